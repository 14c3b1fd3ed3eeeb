import { defineOperation } from "@/lib/api/operation";
import { ListConversationsInput, ListConversationsOutput } from "./list-schema";
import { ConversationParams, DeleteConversationOutput, SendMessageInput, SendMessageOutput } from "./message-schema";
import { ReadMessagesInput, ReadMessagesOutput } from "./read-messages";

const absent = "There is no such conversation, or the database has no table of conversations or of messages.";

export const sendMessageOperation = defineOperation({
  id: "sendMessage",
  method: "post",
  path: "/api/messages",
  scope: "conversations:write",
  summary: "Save a message. The first one of a conversation makes its session before, or neither is saved.",
  body: SendMessageInput,
  output: SendMessageOutput,
  status: 201,
  refusals: {
    not_found: `${absent} A first message needs agent_id and user_id.`,
    conflict: "The conversation is another user's, or another message has this id.",
    refused: "The database refused the session or the message: error_logs has the record, and nothing was saved.",
  },
});

export const readMessagesOperation = defineOperation({
  id: "readMessages",
  method: "get",
  path: "/api/messages",
  scope: "conversations:read",
  summary: "Read the messages of a conversation, oldest first.",
  query: ReadMessagesInput,
  output: ReadMessagesOutput,
  refusals: { not_found: absent },
});

export const listConversationsOperation = defineOperation({
  id: "listConversations",
  method: "get",
  path: "/api/conversations",
  scope: "conversations:read",
  summary: "List a user's conversations, the last active first, each with the number of its messages.",
  query: ListConversationsInput,
  output: ListConversationsOutput,
  refusals: { not_found: "The database has no table of conversation sessions." },
});

export const deleteConversationOperation = defineOperation({
  id: "deleteConversation",
  method: "delete",
  path: "/api/conversations/{id}",
  scope: "conversations:write",
  summary: "Delete a conversation with all of its messages.",
  params: ConversationParams,
  output: DeleteConversationOutput,
  refusals: { not_found: absent, refused: "The database refused the deletion: error_logs has it." },
});

export const conversationOperations = [
  sendMessageOperation,
  readMessagesOperation,
  listConversationsOperation,
  deleteConversationOperation,
];
