import { handleRoute } from "@/lib/auth/request-route";
import { listChecks } from "@/lib/check-library/list-checks";

export const GET = handleRoute((ctx) => listChecks(ctx));
