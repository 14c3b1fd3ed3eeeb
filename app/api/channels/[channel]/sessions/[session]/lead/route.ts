import { callerRoute } from "@/lib/api/caller-route";
import { ensureAllLeadsOperation } from "@/lib/services/channel-sessions/channel-operations";
import { ensureAllLeads } from "@/lib/services/channel-sessions/ensure-all-leads";

export const POST = callerRoute(ensureAllLeadsOperation, (caller, { params }) => ensureAllLeads(caller, params));
