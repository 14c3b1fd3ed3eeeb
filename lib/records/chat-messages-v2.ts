import type { RecordDefinition } from "./define";

export const chatMessagesV2: RecordDefinition = {
  slug: "chat_messages_v2",
  group: "conversations",
  schema: "public",
  table: "chat_messages_v2",
  title: "Messages",
  noun: "message",
  key: "id",
  heading: "id",
  columns: [
    { key: "content", label: "Message", kind: "json" },
    { key: "role", label: "Role", kind: "status", options: ["user", "assistant", "system"] },
    { key: "conversation_id", label: "Conversation", kind: "id" },
    { key: "session_id", label: "Session", kind: "id", optional: true },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "agent_id", label: "Agent", kind: "id", hidden: true },
    { key: "user_id", label: "User", kind: "id", hidden: true },
    { key: "id", label: "Message id", kind: "id", hidden: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["content->>text"],
  related: [
    {
      label: "Conversation session",
      column: "conversation_id",
      record: "conversation_sessions",
      by: "conversation_id",
    },
  ],
  transcript: "conversation_id",
};
