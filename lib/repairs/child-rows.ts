import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog, ForeignKey, Reference, Table } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db";
import type { Fault } from "./define";
import type { FactQueries } from "./facts";
import { counted, listed, nameOf } from "./wording";

type ChildColumns = Pick<ForeignKey, "columns" | "parentColumns" | "temporal">;

/** Facts: for each foreign key to the table, how many rows refer to one that the finding names. */
export function childCounts(catalog: Catalog, table: Table, fault: Fault): FactQueries {
  const queries = readableReferences(catalog, table).map((reference) => {
    const value = sql<{ value: unknown }>`
      select count(*) as value
      from ${tableSql(table)} as t
      ${sql.join(fault.joins, sql` `)}
      join ${tableSql(reference.table)} as own on ${refersTo(reference.foreignKey, "own")}
      where ${fault.where}`;
    return [factName(reference), value] as const;
  });
  return Object.fromEntries(queries);
}

/** Why these rows cannot go while others refer to them, or may refer to them unseen; null when none does. */
export function childRefusal(catalog: Catalog, table: Table, facts: Record<string, unknown>): string | null {
  const unseen = catalog.referencing(table).find((reference) => !reference.table.readable);
  if (unseen)
    return `Plumbline's database user may not read ${nameOf(unseen.table)}, which refers to these rows by the foreign key ${unseen.foreignKey.name}: rows there could be lost unseen.`;
  const held = readableReferences(catalog, table).flatMap((reference) => {
    const n = Number(facts[factName(reference)]);
    return n === 0 ? [] : [`${counted(n, "row")} of ${nameOf(reference.table)} (${reference.foreignKey.name})`];
  });
  if (held.length === 0) return null;
  return `Rows of their own would be lost or in the way: ${listed(held)} refer to them. Deal with those first.`;
}

/** True for a row `t` that rows of another table refer to. */
export function hasChildren(catalog: Catalog, table: Table): RawBuilder<SqlBool> | null {
  const references = readableReferences(catalog, table);
  if (references.length === 0) return null;
  const checks = references.map(
    (reference) =>
      sql`exists (select from ${tableSql(reference.table)} as own where ${refersTo(reference.foreignKey, "own")})`,
  );
  return sql<SqlBool>`(${sql.join(checks, sql` or `)})`;
}

function readableReferences(catalog: Catalog, table: Table): Reference[] {
  return catalog.referencing(table).filter((reference) => reference.table.readable);
}

/** The row of that alias refers to `t` by the foreign key. */
export function refersTo({ columns, parentColumns, temporal }: ChildColumns, alias: string): RawBuilder<SqlBool> {
  const pairs = columns.map((column, at) => {
    const covers = temporal && at === columns.length - 1;
    return sql`${columnSql(alias, column)} ${covers ? sql`&&` : sql`=`} ${columnSql("t", parentColumns[at] as string)}`;
  });
  return sql<SqlBool>`${sql.join(pairs, sql` and `)}`;
}

// Partitions of one table may have foreign keys of one name and not of the same columns.
function factName({ table, foreignKey: { name, columns, parentColumns } }: Reference): string {
  return `children of ${nameOf(table)} by ${JSON.stringify([name, columns, parentColumns])}`;
}
