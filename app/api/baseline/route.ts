import { handleRoute } from "@/lib/auth/request-route";
import { getBaseline } from "@/lib/triage/get-baseline";

export const GET = handleRoute((ctx) => getBaseline(ctx));
