import type { RecordDefinition } from "./define";

export const leadPurchases: RecordDefinition = {
  slug: "lead_purchases",
  group: "purchases",
  schema: "public",
  table: "lead_purchases",
  title: "Lead purchases",
  noun: "lead purchase",
  key: "id",
  heading: "id",
  columns: [
    { key: "id", label: "Purchase id", kind: "id" },
    { key: "lead_id", label: "Lead", kind: "id" },
    { key: "agent_id", label: "Agent", kind: "id" },
    { key: "price", label: "Price", kind: "money", sortable: true },
    {
      key: "status",
      label: "Status",
      kind: "status",
      optional: true,
      options: ["completed", "pending", "refunded", "disputed"],
    },
    { key: "purchased_at", label: "Purchased", kind: "time", sortable: true },
    { key: "notes", label: "Notes", kind: "text", optional: true },
    { key: "currency", label: "Currency", kind: "text", hidden: true },
  ],
  sort: { column: "purchased_at", direction: "desc" },
  search: ["notes"],
  related: [{ label: "Lead", column: "lead_id", record: "all_leads", by: "id" }],
};
