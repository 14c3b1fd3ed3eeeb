import { handleRoute } from "@/lib/auth/request";
import { listMessages } from "@/lib/records/list-messages";
import { adminClient } from "@/lib/supabase/admin";

/** GET ?cursor= : what was said in a conversation, oldest first, also where its session is gone. */
export const GET = handleRoute<{ id: string }>(async (_ctx, request, { id }) => {
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  return listMessages({ client: adminClient(), signal: request.signal }, { conversationId: id, cursor });
});
