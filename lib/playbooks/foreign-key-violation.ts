import type { ReferenceAction } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import type { ProbeCode } from "@/lib/probes/codes";
import type { RepairCode } from "@/lib/repairs/codes";
import type { Playbook, PlaybookStep } from "./define";

interface Child {
  table: string;
  rows: string;
  rowEvent: string;
  onDelete: ReferenceAction;
  /** Delete is what the document does; a lead may stand without its user. */
  repairs: RepairCode[];
  probe: ProbeCode;
}

const children: Child[] = [
  {
    table: "orders",
    rows: "orders",
    rowEvent: "ORPHANED_ORDER_DETECTED",
    onDelete: "no action",
    repairs: ["delete-orphans", "reassign-orphans"],
    probe: "order-of-unknown-user",
  },
  {
    table: "chat_messages",
    rows: "chat messages",
    rowEvent: "ORPHANED_CHAT_MESSAGE_DETECTED",
    onDelete: "no action",
    repairs: ["delete-orphans", "reassign-orphans"],
    probe: "chat-message-of-unknown-user",
  },
  {
    table: "conversations",
    rows: "conversations",
    rowEvent: "ORPHANED_CONVERSATION_DETECTED",
    onDelete: "no action",
    repairs: ["delete-orphans", "reassign-orphans"],
    probe: "conversation-of-unknown-user",
  },
  {
    table: "leads",
    rows: "leads",
    rowEvent: "ORPHANED_LEAD_DETECTED",
    onDelete: "set null",
    repairs: ["set-null", "delete-orphans", "reassign-orphans"],
    probe: "lead-of-unknown-user",
  },
];

const profileOf = ({ table, onDelete, rowEvent }: Child): ReferenceTarget => ({
  kind: "reference",
  table: { schema: "public", name: table },
  columns: ["user_id"],
  parent: { schema: "public", name: "profiles" },
  parentColumns: ["id"],
  onDelete,
  constraint: `fk_${table}_user_id`,
  index: `idx_${table}_user_id`,
  rowEvent,
  systemParent: {
    label: "the system profile",
    values: { id: "00000000-0000-4000-8000-000000000001", full_name: "System" },
  },
});

const steps: PlaybookStep[] = [
  ...children.map(
    (child): PlaybookStep => ({
      id: `foreign-key-${child.table}`,
      title: `Add the foreign key of ${child.rows}`,
      why: "Not validated yet, it stops new orphans from this moment, before the old ones are cleaned.",
      check: "missing_foreign_key",
      target: profileOf(child),
      repairs: ["add-foreign-key"],
    }),
  ),
  ...children.map(
    (child): PlaybookStep => ({
      id: `orphans-${child.table}`,
      title: `Clean the orphaned ${child.rows}`,
      why: "Their user is in no profile. They can be deleted with their before-images kept, or given to another profile.",
      check: "orphan_rows",
      target: profileOf(child),
      repairs: child.repairs,
    }),
  ),
  ...children.map(
    (child): PlaybookStep => ({
      id: `index-${child.table}`,
      title: `Index user_id in ${child.table}`,
      why: "Without it, deleting one profile reads the whole table.",
      check: "unindexed_foreign_key",
      target: profileOf(child),
      repairs: ["add-index"],
    }),
  ),
  ...children.map(
    (child): PlaybookStep => ({
      id: `validate-${child.table}`,
      title: `Validate the foreign key of ${child.rows}`,
      why: "It proves that no orphan is left and lets the planner rely on it.",
      check: "unvalidated_constraint",
      target: profileOf(child),
      repairs: ["validate-constraint"],
    }),
  ),
];

const foreignKeysInPlace = (rows: Record<string, unknown>[]) =>
  children.every(({ table }) => rows.some((row) => row.constraint_name === `fk_${table}_user_id`));

export const foreignKeyViolation: Playbook = {
  slug: "foreign-key-violation",
  title: "Rows of users who are not there",
  summary:
    "Orders, chat messages, conversations and leads name users without a profile, so the foreign keys could not be added.",
  story: [
    "A migration tried to add foreign keys to profiles and failed: some rows name a user_id that no profile has. Users were deleted while their rows stayed, or rows were imported before there were constraints.",
    "The safe order is to add each foreign key without validating it, so that no new orphan can come, then to decide about the old ones, and to validate last.",
    "The document deletes the orphans after logging each. They can also be kept: given to a profile that an operator picks, or to a system profile. A lead may also simply lose its user.",
  ],
  errorMessage: `ERROR:  23503: insert or update on table "orders" violates foreign key constraint "fk_orders_user_id"
Key (user_id)=(6b47cbac-9009-42e3-9a37-b1106bf0cba0) is not present in table "profiles".`,
  tables: ["profiles", ...children.map(({ table }) => table)].map((name) => ({ schema: "public", name })),
  expects: steps.map(({ check, target }) => ({ check, target })),
  steps,
  probes: children.map(({ table, probe }) => ({
    code: probe,
    decides: [`foreign-key-${table}`, `validate-${table}`],
  })),
  verifications: [
    {
      id: "no-orphaned-orders",
      title: "No orphaned orders",
      sql: `SELECT COUNT(*) as orphaned_count
FROM orders o
LEFT JOIN profiles p ON o.user_id = p.id
WHERE p.id IS NULL;`,
      passes: (rows) => rows.length === 1 && String(rows[0]?.orphaned_count) === "0",
      expected: "0",
    },
    {
      id: "foreign-keys",
      title: "The foreign key constraints are there",
      sql: `SELECT constraint_name 
FROM information_schema.table_constraints
WHERE constraint_type = 'FOREIGN KEY'
ORDER BY constraint_name;`,
      passes: foreignKeysInPlace,
      expected: children.map(({ table }) => `fk_${table}_user_id`).join(", "),
    },
    {
      id: "remaining-orphans",
      title: "No orphaned data remains",
      sql: `SELECT 'orders' as table_name, COUNT(*) as orphaned
FROM orders o LEFT JOIN profiles p ON o.user_id = p.id
WHERE p.id IS NULL
UNION ALL
SELECT 'chat_messages', COUNT(*)
FROM chat_messages m LEFT JOIN profiles p ON m.user_id = p.id
WHERE p.id IS NULL;`,
      passes: (rows) => rows.length === 2 && rows.every((row) => String(row.orphaned) === "0"),
      expected: "0 for orders and for chat_messages",
    },
    {
      id: "constraints-in-place",
      title: "Constraints are in place",
      sql: `SELECT * FROM information_schema.table_constraints
WHERE constraint_type = 'FOREIGN KEY';`,
      passes: foreignKeysInPlace,
      expected: "one row for each of the four foreign keys",
    },
    {
      id: "what-was-detected",
      title: "What was found among the orders is logged",
      sql: `SELECT * FROM error_logs 
WHERE error_type = 'ORPHANED_ORDER_DETECTED'
ORDER BY created_at DESC;`,
      passes: (rows) => rows.length > 0,
      expected: "one row for each orphaned order that was repaired",
    },
  ],
};
