import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ColumnTarget } from "@/lib/checks/target";
import { firingUpdates } from "./column-triggers";
import { convertColumn, isTypeName, losesValues, typeSql } from "./convert-column";
import { defineRepair, type Facts, type Refusal, type SchemaPlan } from "./define";
import { expandColumn } from "./expand-column";
import { expandFacts, expandRefusal } from "./expand-refusal";
import type { FactQueries, FactQuery } from "./facts";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { namesIn } from "./object-names";
import { oid } from "./reference-facts";
import { counted, listed, nameOf } from "./wording";

/** Above these the rewrite would keep writers waiting for longer than a moment. */
const maxRows = 2_000_000;
const maxBytes = 1024 ** 3;

export const changeColumnType = defineRepair<ColumnTarget, NoInput>({
  code: "change-column-type",
  title: "Change the type",
  description:
    "Converts the column and keeps every value, and changes nothing if one would differ: in place where that takes a moment, by a second column that is filled while the table is in use where it is large.",
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
      ...expandFacts(table, column),
      updates: firingUpdates(table),
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
      (isLarge(facts) ? bySecondColumn(table, target.column, facts) : null) ??
      lossRefusal(name, type, Number(facts.losses ?? 0))
    );
  },

  plan({ table, target, facts }) {
    const before = columnOf(table, target.column)?.type;
    if (before === undefined || target.type === undefined) throw new Error("A refused repair has no plan.");
    if (isLarge(facts)) return secondColumnPlan(table, target.column, target.type, facts);
    const rows = counted(Number(facts.rows), "row");
    const lock = lockOf("ACCESS EXCLUSIVE", table);
    return {
      form: "schema",
      summary: `${nameOf(table)}.${target.column} becomes ${target.type} (it is ${before}). The table is rewritten: ${rows}, ${size(Number(facts.bytes))}. ${kept(facts)}`,
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

function isLarge({ bytes, rows }: Facts): boolean {
  return Number(bytes) >= maxBytes || Number(rows) > maxRows;
}

function bySecondColumn(table: Table, column: string, facts: Facts): Refusal | null {
  const reason = expandRefusal(table, column, facts);
  return reason === null ? null : { reason };
}

function secondColumnPlan(table: Table, name: string, type: string, facts: Facts): SchemaPlan {
  const column = columnOf(table, name);
  if (!column) throw new Error("A refused repair has no plan.");
  const fired = namesIn(facts.updates);
  const fires = fired.length > 0 ? ` The trigger ${listed(fired)} fires for each row that is filled.` : "";
  const taken = namesIn(facts.taken);
  return {
    form: "schema",
    summary: `${nameOf(table)}.${name} becomes ${type} (it is ${column.type}) by way of a second column, as the table is large (${size(Number(facts.bytes))}). ${kept(facts)} It is the last column then, for whoever writes without naming columns. There is no way back once it is in its place.${fires}`,
    steps: expandColumn({ table, column, type, compared: "as written", sequence: undefined, keys: [], taken }),
  };
}

function kept({ losses: lost }: Facts): string {
  return lost === null
    ? "A PostgreSQL older than 16 cannot say beforehand whether every value fits: should one not, the run fails and no value is changed."
    : "No value is lost.";
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
