import { callerRoute } from "@/lib/api/caller-route";
import { startSessionOperation } from "@/lib/services/customer-sessions/session-operations";
import { sessionsOf } from "@/lib/services/customer-sessions/sessions-of";
import { startSession } from "@/lib/services/customer-sessions/start-session";

export const POST = callerRoute(startSessionOperation, (caller, { body }) => startSession(sessionsOf(caller), body));
