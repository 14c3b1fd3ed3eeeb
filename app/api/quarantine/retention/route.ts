import { handleRoute } from "@/lib/auth/request-route";
import { getRetention } from "@/lib/quarantine/get-retention";

export const GET = handleRoute((ctx) => getRetention(ctx));
