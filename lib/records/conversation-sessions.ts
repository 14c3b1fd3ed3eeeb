import type { RecordDefinition } from "./define";

export const conversationSessions: RecordDefinition = {
  slug: "conversation_sessions",
  group: "conversations",
  schema: "public",
  table: "conversation_sessions",
  title: "Sessions",
  noun: "conversation session",
  key: "id",
  heading: "title",
  columns: [
    { key: "title", label: "Title", kind: "text", sortable: true, optional: true },
    { key: "status", label: "Status", kind: "status", optional: true, options: ["active", "archived", "closed"] },
    { key: "message_count", label: "Messages", kind: "number", sortable: true },
    { key: "last_active", label: "Last active", kind: "time", sortable: true, optional: true },
    { key: "conversation_id", label: "Conversation", kind: "id" },
    { key: "agent_id", label: "Agent", kind: "id", hidden: true },
    { key: "user_id", label: "User", kind: "id", hidden: true },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "id", label: "Session id", kind: "id", hidden: true },
  ],
  sort: { column: "last_active", direction: "desc" },
  search: ["title"],
  related: [
    { label: "Messages as records", column: "conversation_id", record: "chat_messages_v2", by: "conversation_id" },
  ],
  transcript: "conversation_id",
};
