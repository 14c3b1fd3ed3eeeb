import { callerRoute } from "@/lib/api/caller-route";
import { getSession } from "@/lib/services/customer-sessions/get-session";
import { getSessionOperation } from "@/lib/services/customer-sessions/session-operations";
import { sessionsOf } from "@/lib/services/customer-sessions/sessions-of";

export const GET = callerRoute(getSessionOperation, (caller, { headers }) =>
  getSession(sessionsOf(caller), headers["x-session-token"]),
);
