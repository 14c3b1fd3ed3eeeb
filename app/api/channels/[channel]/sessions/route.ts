import { callerRoute } from "@/lib/api/caller-route";
import { createChannelSessionOperation } from "@/lib/services/channel-sessions/channel-operations";
import { createChannelSession } from "@/lib/services/channel-sessions/create-session";

export const POST = callerRoute(createChannelSessionOperation, (caller, { params, body }) =>
  createChannelSession(caller, params.channel, body),
);
