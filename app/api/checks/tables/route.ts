import { handleRoute } from "@/lib/auth/request-route";
import { listTables } from "@/lib/check-library/list-tables";

export const GET = handleRoute((ctx) => listTables(ctx));
