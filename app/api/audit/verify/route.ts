import { verifyAudit } from "@/lib/audit-history/verify-audit";
import { handleRoute } from "@/lib/auth/request-route";

export const GET = handleRoute((ctx) => verifyAudit(ctx));
