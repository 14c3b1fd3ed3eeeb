import { getAuditEntry } from "@/lib/audit-history/get-audit-entry";
import { handleRoute } from "@/lib/auth/request-route";
import { adminClient } from "@/lib/supabase/admin";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getAuditEntry(ctx, adminClient(), id));
