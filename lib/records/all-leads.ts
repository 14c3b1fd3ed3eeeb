import type { RecordDefinition } from "./define";
import { leadStatuses } from "./lead-statuses";

export const allLeads: RecordDefinition = {
  slug: "all_leads",
  group: "leads",
  schema: "public",
  table: "all_leads",
  title: "All leads",
  noun: "lead",
  key: "id",
  heading: "name",
  columns: [
    { key: "name", label: "Name", kind: "text", sortable: true, optional: true },
    { key: "email", label: "Email", kind: "email", sortable: true, optional: true },
    { key: "phone", label: "Phone", kind: "phone", optional: true },
    { key: "source", label: "Source", kind: "text", optional: true },
    { key: "status", label: "Status", kind: "status", options: leadStatuses },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "updated_at", label: "Updated", kind: "time", sortable: true, hidden: true },
    { key: "id", label: "Lead id", kind: "id", hidden: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["name", "email", "phone"],
  related: [
    { label: "Purchases", column: "id", record: "lead_purchases", by: "lead_id" },
    { label: "Web sessions", column: "id", record: "web_sessions", by: "lead_id" },
    { label: "WhatsApp sessions", column: "id", record: "whatsapp_sessions", by: "lead_id" },
    { label: "Voice sessions", column: "id", record: "voice_sessions", by: "lead_id" },
    { label: "Social sessions", column: "id", record: "social_sessions", by: "lead_id" },
  ],
};
