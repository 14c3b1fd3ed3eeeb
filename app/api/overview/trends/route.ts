import { handleRoute } from "@/lib/auth/request-route";
import { getTrends } from "@/lib/overview/get-trends";

export const GET = handleRoute((ctx) => getTrends(ctx));
