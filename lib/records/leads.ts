import type { RecordDefinition } from "./define";
import { leadStatuses } from "./lead-statuses";

export const leads: RecordDefinition = {
  slug: "leads",
  group: "leads",
  schema: "public",
  table: "leads",
  title: "Profile leads",
  noun: "lead",
  key: "id",
  heading: "name",
  columns: [
    { key: "name", label: "Name", kind: "text", sortable: true, optional: true },
    { key: "email", label: "Email", kind: "email", sortable: true, optional: true },
    { key: "phone", label: "Phone", kind: "phone", optional: true },
    { key: "status", label: "Status", kind: "status", options: leadStatuses },
    { key: "user_id", label: "User", kind: "id", optional: true },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "id", label: "Lead id", kind: "id", hidden: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["name", "email", "phone"],
  related: [{ label: "Orders of this user", column: "user_id", record: "orders", by: "user_id" }],
};
