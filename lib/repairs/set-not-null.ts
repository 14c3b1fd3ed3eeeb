import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ColumnTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { defineRepair, type Refusal } from "./define";
import type { FactQueries } from "./facts";
import { type NoInput, noInput } from "./no-input";
import { requireColumn } from "./not-null-steps";
import { freeName, namesIn, takenConstraintNames } from "./object-names";
import { counted, nameOf } from "./wording";

export const setNotNull = defineRepair<ColumnTarget, NoInput>({
  code: "set-not-null",
  title: "Forbid NULL",
  description:
    "Makes the column NOT NULL without holding anybody up: the rows are checked while the table is in use, and only then is the column marked.",
  form: "schema",
  mends: ["null_despite_default", "nullable_boolean"],
  input: noInput,
  // The writers of such a column begin their rows before it is known.
  offers: (target) => target.nullable === undefined,

  facts({ table, target }): FactQueries {
    if (!columnOf(table, target.column)) return {};
    const empty = sql<{ value: unknown }>`
      select count(*) as value
      from ${tableSql(table)} as t
      where ${columnSql("t", target.column)} is null`;
    return { taken: takenConstraintNames(table), empty };
  },

  refuses({ table, target, facts }) {
    const name = `${nameOf(table)}.${target.column}`;
    const column = columnOf(table, target.column);
    if (!column) return { reason: `There is no column ${name}.` };
    if (!column.nullable) return { reason: `${name} is NOT NULL already.` };
    if (table.kind === "partitioned" || table.inherited)
      return { reason: `${nameOf(table)} has parts or heirs, and all of them would be locked at once.` };
    const emptied = emptiedBy(table, target.column);
    if (emptied) {
      return {
        reason: `The foreign key ${emptied} sets ${name} to NULL when its parent goes: no parent that has rows could be deleted any more. Change its ON DELETE first.`,
      };
    }
    return nullRefusal(table, target, Number(facts.empty));
  },

  plan({ table, target, facts }) {
    const constraint = freeName(`${table.name}_${target.column}_filled`, namesIn(facts.taken));
    return {
      form: "schema",
      summary: `${nameOf(table)}.${target.column} becomes NOT NULL, once every row is checked. No row changes.`,
      steps: requireColumn(table, target.column, constraint),
    };
  },
});

function emptiedBy(table: Table, column: string): string | undefined {
  return table.foreignKeys.find(
    ({ columns, onDelete, onUpdate }) => columns.includes(column) && [onDelete, onUpdate].includes("set null"),
  )?.name;
}

function nullRefusal(table: Table, { column }: ColumnTarget, rows: number): Refusal | null {
  if (rows === 0) return null;
  const reason = `${counted(rows, "row")} of ${nameOf(table)} still ${rows === 1 ? "has" : "have"} no ${column}.`;
  const found = columnOf(table, column);
  if (found?.default == null || /^null\b/i.test(found.default))
    return { reason: `${reason} Decide what they mean, and fill them first.` };
  const target: ColumnTarget = { kind: "column", table: { schema: table.schema, name: table.name }, column };
  return {
    reason: `${reason} Fill them first.`,
    first: { repair: "fill-default", check: "null_despite_default", target },
  };
}
