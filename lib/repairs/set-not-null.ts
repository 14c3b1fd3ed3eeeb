import { sql } from "kysely";
import { columnOf, missingColumn } from "@/lib/catalog/equivalents";
import type { ForeignKey, Table } from "@/lib/catalog/types";
import type { ColumnTarget, ReferenceTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { defineRepair, type Refusal } from "./define";
import type { FactQueries } from "./facts";
import { type NoInput, noInput } from "./no-input";
import { requireColumn } from "./not-null-steps";
import { columnsLabel, freeName, namesIn, takenConstraintNames } from "./object-names";
import { counted, listed, nameOf } from "./wording";

type NotNullTarget = ColumnTarget | ReferenceTarget;

export const setNotNull = defineRepair<NotNullTarget, NoInput>({
  code: "set-not-null",
  title: "Forbid NULL",
  description:
    "Makes the column NOT NULL without holding anybody up: the rows are checked while the table is in use, and only then is the column marked.",
  form: "schema",
  mends: ["null_despite_default", "nullable_boolean", "nullable_composite_reference"],
  keeps: ["null_despite_default"],
  input: noInput,
  // The writers of such a column begin their rows before it is known.
  offers: (target) => target.kind === "reference" || target.nullable === undefined,

  facts({ table, target }): FactQueries {
    const columns = named(target);
    if (missingColumn(table, columns) !== undefined) return {};
    const empty = columns.map((column) => sql`count(*) filter (where ${columnSql("t", column)} is null)`);
    return {
      taken: takenConstraintNames(table),
      empty: sql`select json_build_array(${sql.join(empty)}) as value from ${tableSql(table)} as t`,
    };
  },

  refuses({ table, target, facts }) {
    const columns = named(target);
    const missing = missingColumn(table, columns);
    if (missing !== undefined) return { reason: `There is no column ${nameOf(table)}.${missing}.` };
    if (nullable(table, target).length === 0)
      return { reason: `${nameOf(table)} ${columnsLabel(columns)} is NOT NULL already.` };
    if (table.kind === "partitioned" || table.inherited)
      return { reason: `${nameOf(table)} has parts or heirs, and all of them would be locked at once.` };
    const emptied = emptiedBy(table, nullable(table, target));
    if (emptied) {
      return {
        reason: `The foreign key ${emptied.name} sets ${listed(emptied.columns)} of ${nameOf(table)} to NULL when its parent goes: no parent that has rows could be deleted any more. Change its ON DELETE first.`,
      };
    }
    const counts = Array.isArray(facts.empty) ? facts.empty.map(Number) : [];
    const at = counts.findIndex((rows) => rows > 0);
    return at < 0 ? null : nullRefusal(table, columns[at] ?? "", counts[at] ?? 0);
  },

  plan({ table, target, facts }) {
    const columns = nullable(table, target);
    const taken = namesIn(facts.taken);
    return {
      form: "schema",
      summary: `${listed(columns)} of ${nameOf(table)} ${columns.length === 1 ? "becomes" : "become"} NOT NULL, once every row is checked. No row changes.`,
      steps: columns.flatMap((column) =>
        requireColumn(table, column, freeName(`${table.name}_${column}_filled`, taken)),
      ),
    };
  },
});

function named(target: NotNullTarget): string[] {
  return target.kind === "column" ? [target.column] : target.columns;
}

function nullable(table: Table, target: NotNullTarget): string[] {
  return named(target).filter((column) => columnOf(table, column)?.nullable);
}

function emptiedBy(table: Table, wanted: string[]): ForeignKey | undefined {
  return table.foreignKeys.find(
    ({ columns, onDelete, onUpdate }) =>
      columns.some((column) => wanted.includes(column)) && [onDelete, onUpdate].includes("set null"),
  );
}

function nullRefusal(table: Table, column: string, rows: number): Refusal {
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
