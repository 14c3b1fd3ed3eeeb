import type { RecordDefinition } from "./define";

export const sessions: RecordDefinition = {
  slug: "sessions",
  group: "sessions",
  schema: "public",
  table: "sessions",
  title: "Multi-customer",
  noun: "session",
  key: "session_id",
  heading: "customer_id",
  columns: [
    { key: "customer_id", label: "Customer", kind: "text", sortable: true },
    { key: "phone", label: "Phone", kind: "phone" },
    { key: "channel", label: "Channel", kind: "status", options: ["chat", "kiosk", "whatsapp"] },
    { key: "status", label: "Status", kind: "status", options: ["active", "logged_out", "expired"] },
    { key: "session_token", label: "Token", kind: "text", optional: true },
    { key: "last_activity", label: "Last activity", kind: "time", sortable: true },
    { key: "expires_at", label: "Expires", kind: "time", sortable: true, optional: true },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "metadata", label: "Metadata", kind: "json", hidden: true },
    { key: "session_id", label: "Session id", kind: "id", hidden: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["phone", "session_token"],
  searchWhole: ["customer_id"],
  related: [],
};
