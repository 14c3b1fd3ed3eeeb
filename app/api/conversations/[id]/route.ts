import { callerRoute } from "@/lib/api/caller-route";
import { deleteConversationOperation } from "@/lib/services/conversations/conversation-operations";
import { deleteConversation } from "@/lib/services/conversations/delete-conversation";

export const DELETE = callerRoute(deleteConversationOperation, (caller, { params }) =>
  deleteConversation(caller, params.id),
);
