import type { RecordDefinition } from "./define";

export const orders: RecordDefinition = {
  slug: "orders",
  group: "purchases",
  schema: "public",
  table: "orders",
  title: "Orders",
  noun: "order",
  key: "id",
  heading: "order_number",
  columns: [
    { key: "order_number", label: "Order", kind: "text", sortable: true },
    { key: "product", label: "Product", kind: "text" },
    {
      key: "status",
      label: "Status",
      kind: "status",
      options: ["pending", "paid", "fulfilled", "cancelled", "refunded"],
    },
    { key: "total", label: "Total", kind: "money", sortable: true },
    { key: "user_id", label: "User", kind: "id" },
    { key: "created_at", label: "Created", kind: "time", sortable: true },
    { key: "updated_at", label: "Updated", kind: "time", sortable: true, hidden: true },
    { key: "currency", label: "Currency", kind: "text", hidden: true },
    { key: "id", label: "Order id", kind: "id", hidden: true },
  ],
  sort: { column: "created_at", direction: "desc" },
  search: ["order_number", "product"],
  related: [
    { label: "Orders of this user", column: "user_id", record: "orders", by: "user_id" },
    { label: "Conversations of this user", column: "user_id", record: "conversations", by: "user_id" },
  ],
};
