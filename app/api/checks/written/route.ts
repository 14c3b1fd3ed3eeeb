import { handleRoute } from "@/lib/auth/request-route";
import { listWrittenChecks } from "@/lib/check-library/list-written-checks";

export const GET = handleRoute((ctx) => listWrittenChecks(ctx));
