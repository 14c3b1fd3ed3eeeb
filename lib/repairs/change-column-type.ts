import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ColumnTarget } from "@/lib/checks/target";
import { columnDependents } from "./column-dependents";
import { convertColumn, isTypeName, losesValues, typeSql } from "./convert-column";
import { defineRepair, type Refusal } from "./define";
import type { FactQueries, FactQuery } from "./facts";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { namesIn } from "./object-names";
import { oid } from "./reference-facts";
import { counted, nameOf } from "./wording";

/** Above these the rewrite would keep writers waiting for longer than a moment. */
const maxRows = 2_000_000;
const maxBytes = 1024 ** 3;

export const changeColumnType = defineRepair<ColumnTarget, NoInput>({
  code: "change-column-type",
  title: "Change the type",
  description:
    "Converts the column in place and keeps every value: they are compared before and after in the same transaction, and nothing changes if one would differ.",
  form: "schema",
  mends: ["column_type_mismatch"],
  input: noInput,
  offers: (target) => target.type !== undefined,

  facts({ catalog, table, target }): FactQueries {
    const { type, column } = target;
    if (!columnOf(table, column) || type === undefined || !isTypeName(type)) return {};
    return {
      bytes: sql`select pg_table_size(${oid(table.schema, table.name)}) as value`,
      rows: sql`
        select case
          when pg_table_size(${oid(table.schema, table.name)}) < ${maxBytes}
          then (select count(*) from ${sql.id(table.schema, table.name)})
        end as value`,
      dependents: columnDependents(table, column),
      losses: losses(table, column, type, catalog.serverVersion),
    };
  },

  refuses({ table, target, facts }) {
    const { type } = target;
    const column = columnOf(table, target.column);
    const name = `${nameOf(table)}.${target.column}`;
    if (!column) return { reason: `There is no column ${name}.` };
    if (type === undefined || !isTypeName(type)) return { reason: `${type} is not the name of a type.` };
    if (column.type === type) return { reason: `${name} is ${type} already.` };
    if (table.kind === "partitioned")
      return { reason: `${nameOf(table)} is partitioned: every part would be rewritten at once.` };
    return (
      dependencyRefusal(name, target, table, namesIn(facts.dependents)) ??
      sizeRefusal(nameOf(table), Number(facts.bytes), facts.rows) ??
      lossRefusal(name, type, Number(facts.losses ?? 0))
    );
  },

  plan({ table, target, facts }) {
    const before = columnOf(table, target.column)?.type;
    if (before === undefined || target.type === undefined) throw new Error("A refused repair has no plan.");
    const rows = counted(Number(facts.rows), "row");
    const lock = lockOf("ACCESS EXCLUSIVE", table);
    return {
      form: "schema",
      summary: `${nameOf(table)}.${target.column} becomes ${target.type} (it is ${before}). The table is rewritten: ${rows}, ${size(Number(facts.bytes))}. No value is lost.`,
      steps: [
        {
          title: `Convert ${target.column} to ${target.type} and compare every value`,
          sql: convertColumn(table, target.column, target.type),
          inverse: convertColumn(table, target.column, before),
          lock: { ...lock, effect: `reads and writes of ${nameOf(table)} wait while ${rows} are rewritten` },
        },
      ],
    };
  },
});

function losses(table: Table, column: string, type: string, serverVersion: number): FactQuery {
  if (type === "text") return sql`select 0 as value`;
  // pg_input_is_valid came with 16; before it, the comparison inside the change is what protects the values.
  if (serverVersion < 160000) return sql`select null::bigint as value`;
  return sql`
    select count(*) as value
    from ${sql.id(table.schema, table.name)} as t
    where ${losesValues(sql.id("t", column), type, typeSql(type))}`;
}

function dependencyRefusal(name: string, target: ColumnTarget, table: Table, dependents: string[]): Refusal | null {
  const column = columnOf(table, target.column);
  if (column?.identity) return { reason: `${name} is an identity column, which must stay a number.` };
  if (column?.generated) return { reason: `${name} is generated: its type follows from its expression.` };
  const found = column?.default ? [`the default ${column.default}`, ...dependents] : dependents;
  if (found.length === 0) return null;
  return { reason: `These rely on the type of ${name}: ${found.join(", ")}. Drop or change them first.` };
}

function sizeRefusal(label: string, bytes: number, rows: unknown): Refusal | null {
  if (bytes < maxBytes && Number(rows) <= maxRows) return null;
  const measured = bytes < maxBytes ? counted(Number(rows), "row") : size(bytes);
  return {
    reason: `${label} has ${measured}: rewriting it would keep readers and writers waiting too long. Up to ${counted(maxRows, "row")} and ${size(maxBytes)} are converted in place.`,
  };
}

function lossRefusal(name: string, type: string, rows: number): Refusal | null {
  if (rows === 0) return null;
  return { reason: `${counted(rows, "value")} of ${name} would not stay the same as ${type}.` };
}

function size(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const unit = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
  return `${(bytes / 1024 ** unit).toLocaleString("en", { maximumFractionDigits: unit > 2 ? 1 : 0 })} ${units[unit]}`;
}
