import { callerRoute } from "@/lib/api/caller-route";
import { endSession } from "@/lib/services/customer-sessions/end-session";
import { endSessionOperation } from "@/lib/services/customer-sessions/session-operations";
import { sessionsOf } from "@/lib/services/customer-sessions/sessions-of";

export const POST = callerRoute(endSessionOperation, (caller, { headers }) =>
  endSession(sessionsOf(caller), headers["x-session-token"]),
);
