import type { RecordDefinition } from "./define";

export const chatMessages: RecordDefinition = {
  slug: "chat_messages",
  group: "conversations",
  schema: "public",
  table: "chat_messages",
  title: "User messages",
  noun: "message",
  key: "id",
  heading: "id",
  columns: [
    { key: "content", label: "Message", kind: "text" },
    { key: "role", label: "Role", kind: "status", options: ["user", "assistant"] },
    { key: "user_id", label: "User", kind: "id" },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "id", label: "Message id", kind: "text", sortable: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["content"],
  related: [{ label: "Conversations of this user", column: "user_id", record: "conversations", by: "user_id" }],
};
