import type { RecordDefinition } from "./define";

export const conversations: RecordDefinition = {
  slug: "conversations",
  group: "conversations",
  schema: "public",
  table: "conversations",
  title: "User conversations",
  noun: "conversation",
  key: "id",
  heading: "title",
  columns: [
    { key: "title", label: "Title", kind: "text", sortable: true, optional: true },
    { key: "user_id", label: "User", kind: "id" },
    { key: "updated_at", label: "Updated", kind: "time", sortable: true },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "id", label: "Conversation id", kind: "id", hidden: true },
  ],
  sort: { column: "updated_at", direction: "desc" },
  search: ["title"],
  related: [
    { label: "Messages of this user", column: "user_id", record: "chat_messages", by: "user_id" },
    { label: "Orders of this user", column: "user_id", record: "orders", by: "user_id" },
  ],
};
