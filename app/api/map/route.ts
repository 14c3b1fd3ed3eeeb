import { handleRoute } from "@/lib/auth/request-route";
import { getMap } from "@/lib/map/get-map";

export const GET = handleRoute((ctx) => getMap(ctx));
