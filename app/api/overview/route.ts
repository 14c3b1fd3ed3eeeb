import { handleRoute } from "@/lib/auth/request-route";
import { getOverview } from "@/lib/overview/get-overview";

export const GET = handleRoute((ctx) => getOverview(ctx));
