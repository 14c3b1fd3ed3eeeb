import { callerRoute } from "@/lib/api/caller-route";
import { listConversationsOperation } from "@/lib/services/conversations/conversation-operations";
import { listConversations } from "@/lib/services/conversations/list-conversations";

export const GET = callerRoute(listConversationsOperation, (caller, { query }) => listConversations(caller, query));
