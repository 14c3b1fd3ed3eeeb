import { listKeys } from "@/lib/api-keys/list-keys";
import { handleRoute } from "@/lib/auth/request-route";

export const GET = handleRoute((ctx) => listKeys(ctx));
