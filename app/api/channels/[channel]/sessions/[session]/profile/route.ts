import { callerRoute } from "@/lib/api/caller-route";
import { updateSessionProfileOperation } from "@/lib/services/channel-sessions/channel-operations";
import { updateSessionProfile } from "@/lib/services/channel-sessions/update-session-profile";

export const PATCH = callerRoute(updateSessionProfileOperation, (caller, { params, body }) =>
  updateSessionProfile(caller, params, body),
);
