import { type RawBuilder, type SqlBool, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import type { Refusal } from "./define";
import type { FactQuery } from "./facts";

/** Types that PostgreSQL compares with one another. */
const families = [
  ["smallint", "integer", "bigint", "numeric", "real", "double precision"],
  ["text", "character varying", "character"],
  ["date", "timestamp without time zone", "timestamp with time zone"],
];

/** Fact: how many rows name a parent that is not there. NULL in any column names none. */
export function orphanCount(target: ReferenceTarget, table: Table, parent: Table): FactQuery {
  const named = target.columns.map((column) => sql<SqlBool>`${sql.id("t", column)} is not null`);
  const matched = target.columns.map((column, at) => matches(column, target.parentColumns[at] ?? "", table, parent));
  return sql`
    select count(*) as value
    from ${sql.id(table.schema, table.name)} as t
    where ${sql.join(named, sql` and `)}
      and not exists (
        select 1
        from ${sql.id(parent.schema, parent.name)} as p
        where ${sql.join(matched, sql` and `)}
      )`;
}

/** Fact: would PostgreSQL compare each pair of types in a foreign key: an operator of a btree family, or an implicit cast. */
export function typesCompare(target: ReferenceTarget): FactQuery {
  const pairs = target.columns.map((column, at) => sql`(${column}::text, ${target.parentColumns[at] ?? ""}::text)`);
  return sql`
    select coalesce(bool_and(
      c.atttypid = p.atttypid
      or exists (
        select 1
        from pg_catalog.pg_amop o
        join pg_catalog.pg_am m on m.oid = o.amopmethod and m.amname = 'btree'
        where o.amopstrategy = 3 and o.amoplefttype = p.atttypid and o.amoprighttype = c.atttypid
      )
      or exists (
        select 1
        from pg_catalog.pg_cast k
        where k.castsource = c.atttypid and k.casttarget = p.atttypid and k.castcontext = 'i'
      )
    ), false) as value
    from (values ${sql.join(pairs)}) as pair (child_column, parent_column)
    join pg_catalog.pg_attribute c
      on c.attrelid = ${oid(target.table.schema, target.table.name)} and c.attname = pair.child_column
    join pg_catalog.pg_attribute p
      on p.attrelid = ${oid(target.parent.schema, target.parent.name)} and p.attname = pair.parent_column`;
}

/** What is to be done about orphans first: the rule that loses least. */
export function orphansFirst(target: ReferenceTarget, table: Table): Refusal["first"] {
  const nullable = target.columns.some((column) => columnOf(table, column)?.nullable);
  const repair = target.adopt
    ? "adopt-orphans"
    : target.onDelete === "set null" && nullable
      ? "set-null"
      : "delete-orphans";
  return { repair, check: "orphan_rows", target };
}

/** The oid of a table by its exact name. */
export function oid(schema: string, name: string): RawBuilder<number> {
  return sql`(
    select c.oid
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${name}
  )`;
}

// Types without a common operator would make the count itself fail; as text they can be counted, and the repair says why it refuses.
function matches(column: string, parentColumn: string, table: Table, parent: Table): RawBuilder<SqlBool> {
  const alike = family(columnOf(table, column)?.type) === family(columnOf(parent, parentColumn)?.type);
  return alike
    ? sql<SqlBool>`${sql.id("p", parentColumn)} = ${sql.id("t", column)}`
    : sql<SqlBool>`${sql.id("p", parentColumn)}::text = ${sql.id("t", column)}::text`;
}

function family(type: string | undefined): string | undefined {
  const plain = type?.replace(/\(.*?\)/, "");
  return families.find((names) => plain !== undefined && names.includes(plain))?.[0] ?? plain;
}
