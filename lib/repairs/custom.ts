import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";
import { AppError } from "@/lib/errors";
import { childCounts, childRefusal, hasChildren } from "./child-rows";
import { defineRepair } from "./define";
import { firstOf, type SkipCase } from "./first-of";
import { requiredKey } from "./key-columns";
import type { RowChange } from "./row-plan";
import { typeOf } from "./row-values";
import { counted, listed, nameOf } from "./wording";
import { type Written, writtenSql } from "./written";

const text = z
  .string()
  .trim()
  .max(2_000, "It is longer than 2,000 characters.")
  .regex(/^[^\r\n]*$/, "Write it on one line.")
  .refine(
    (given) => !given.includes("\0"),
    "The text holds the character NUL, which PostgreSQL cannot read. Remove it.",
  );

const CustomInput = z.strictObject({
  action: z.enum(["update", "delete"]).default("update"),
  /** Column → the expression of its new value. */
  set: z.record(z.string(), text).default({}),
  /** Which of the finding's rows; all of them where nothing is written. */
  where: text.default(""),
});
type CustomInput = z.infer<typeof CustomInput>;

export const custom = defineRepair<Target, CustomInput>({
  code: "custom",
  title: "Change them as you write it",
  description:
    "An admin writes what the rows shall hold, or that they go. It is previewed row by row, kept in quarantine, audited and undone like every other repair.",
  form: "rows",
  mends: ["custom_check", "check_violations", "values_out_of_range", "end_before_start", "child_older_than_parent"],
  role: "admin",
  input: CustomInput,
  offers: () => true,

  fields: ({ table }) => [
    {
      kind: "select",
      name: "action",
      label: "What happens to the rows",
      help: null,
      options: [
        { value: "update", label: "They get other values" },
        { value: "delete", label: "They are deleted" },
      ],
      value: "update",
    },
    {
      kind: "assignments",
      name: "set",
      label: "New values",
      help: "SQL over the row, which is t: 'paid', null, t.ended_at - interval '1 hour'.",
      columns: settable(table),
      unless: { field: "action", is: "delete" },
    },
    {
      kind: "text",
      name: "where",
      label: "Only rows that satisfy",
      help: "A condition in SQL over the row, which is t. Without one, all rows of the finding.",
    },
  ],

  written({ table, target, input }) {
    const values = input.action === "update" ? Object.entries(input.set).filter(([, value]) => value !== "") : [];
    const conditions: Written[] = input.where === "" ? [] : [condition("The condition", input.where)];
    if (target.kind === "custom" && target.rule.form === "predicate")
      conditions.push(condition("The condition of the check", target.rule.sql));
    return [
      ...values.flatMap(([column, expression]) =>
        columnOf(table, column)
          ? [{ what: `The value of ${column}`, text: expression, type: typeOf(table, column) }]
          : [],
      ),
      ...conditions,
    ];
  },

  fault: (target) =>
    target.kind === "custom" && target.rule.form === "predicate"
      ? { joins: [], where: sql<SqlBool>`${writtenSql(target.rule.sql)} is true` }
      : null,

  facts: ({ catalog, table, fault, input }) => (input.action === "delete" ? childCounts(catalog, table, fault) : {}),

  refuses({ catalog, table, input, facts }) {
    if (table.schema === "public" && table.name === "error_logs")
      return { reason: "The audit history is only ever added to." };
    if (input.action === "delete") {
      const reason = childRefusal(catalog, table, facts);
      return reason === null ? null : { reason };
    }
    const allowed = settable(table);
    const wrong = Object.keys(input.set).filter((column) => !allowed.includes(column));
    const empty = Object.keys(input.set).filter((column) => input.set[column] === "");
    if (empty.length > 0) return { reason: `Write the new value of ${listed(empty)}.` };
    if (wrong.length === 0) return null;
    return {
      reason: `${listed(wrong)} of ${nameOf(table)} cannot be set: only columns that are neither generated nor part of the key can.`,
    };
  },

  plan({ catalog, table, input }) {
    const columns = Object.keys(input.set);
    const isDelete = input.action === "delete";
    if (!isDelete && columns.length === 0) throw new AppError("invalid", "Write a new value for at least one column.");
    const verb = isDelete ? "will be deleted and kept in quarantine" : `will get another ${listed(columns)}`;
    const held = isDelete ? hasChildren(catalog, table) : null;
    const unless: SkipCase[] = held ? [{ when: held, reason: "Rows of its own refer to it." }] : [];
    if (input.where !== "")
      unless.push({ when: sql`${writtenSql(input.where)} is not true`, reason: "It does not satisfy the condition." });
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [],
      skip: firstOf(unless),
      choice: null,
      creates: null,
      change: isDelete ? { kind: "delete" } : update(table, input),
      summary: ({ change }) => `${counted(change, "row")} of ${nameOf(table)} ${verb}.`,
      rowEvent: "CUSTOM_REPAIR",
      rowMessage: isDelete ? "Deleted as an admin wrote it" : `Changed as an admin wrote it: ${listed(columns)}`,
      effects: [],
    };
  },
});

function condition(what: string, written: string): Written {
  return { what, text: written, type: null };
}

function update(table: Table, { set }: CustomInput): RowChange {
  const values = Object.entries(set).map(([column, expression]) => [
    column,
    sql`${writtenSql(expression)}::${typeOf(table, column)}`,
  ]);
  return { kind: "update", set: () => Object.fromEntries(values) };
}

/** The work list names rows by their key, and an undo finds them by it. */
function settable(table: Table): string[] {
  const key = requiredKey(table);
  return table.columns
    .filter(({ name, generated, identity }) => !generated && identity !== "always" && !key.includes(name))
    .map(({ name }) => name);
}
