import { type ListAuditInput, listAudit } from "@/lib/audit-history/list-audit";
import { handleRoute } from "@/lib/auth/request-route";
import { adminClient } from "@/lib/supabase/admin";

/** GET ?type= &table= &operator= &from= &to= &run= &cursor= : one page of the audit history, newest first. */
export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listAudit(ctx, adminClient(), query as ListAuditInput);
});
