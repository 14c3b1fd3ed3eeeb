import { callerRoute } from "@/lib/api/caller-route";
import { readMessagesOperation, sendMessageOperation } from "@/lib/services/conversations/conversation-operations";
import { readMessages } from "@/lib/services/conversations/read-messages";
import { sendMessage } from "@/lib/services/conversations/send-message";

export const GET = callerRoute(readMessagesOperation, (caller, { query }) => readMessages(caller, query));

export const POST = callerRoute(sendMessageOperation, (caller, { body }) => sendMessage(caller, body));
