import type { ColumnTarget } from "@/lib/checks/target";
import type { Playbook } from "./define";

const leadPurchases = { schema: "public", name: "lead_purchases" };
const id: ColumnTarget = { kind: "column", table: leadPurchases, column: "id", default: "uuid" };
const status: ColumnTarget = { kind: "column", table: leadPurchases, column: "status" };

export const leadPurchasesDefault: Playbook = {
  slug: "lead-purchases-default",
  title: "A lead cannot be purchased",
  summary: "lead_purchases.id lost its default in a migration, so every purchase that does not bring an id fails.",
  story: [
    "A migration to another server made the table again from a script that wrote id uuid primary key and forgot the default. The application never sends an id; it always relied on the database to make one.",
    "Since then every purchase fails, because the id is null. Setting the default mends it at once; nothing in the application changes, and no existing row is touched.",
    "The same script lost what some purchases of that time should have had: their status is NULL though the column has a default.",
  ],
  errorMessage: 'null value in column "id" of relation "lead_purchases" violates not-null constraint',
  tables: [leadPurchases],
  expects: [
    { check: "missing_default", target: id },
    { check: "null_despite_default", target: status },
  ],
  steps: [
    {
      id: "set-id-default",
      title: "Give lead_purchases.id its default",
      why: "Purchases succeed again from this moment.",
      check: "missing_default",
      target: id,
      repairs: ["set-default"],
    },
    {
      id: "fill-status",
      title: "Fill the empty status of purchases",
      why: "Reports that count by status leave these purchases out.",
      check: "null_despite_default",
      target: status,
      repairs: ["fill-default"],
    },
  ],
  probes: [{ code: "purchase-without-id", decides: ["set-id-default"] }],
  verifications: [
    {
      id: "id-has-default",
      title: "The column has a default",
      sql: `SELECT column_default 
FROM information_schema.columns 
WHERE table_name = 'lead_purchases' AND column_name = 'id';`,
      passes: (rows) =>
        rows.length > 0 &&
        rows.every((row) => /gen_random_uuid\(\)|uuid_generate_v4\(\)/.test(String(row.column_default))),
      expected: "gen_random_uuid() or uuid_generate_v4()",
    },
  ],
};
