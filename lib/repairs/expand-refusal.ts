import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { uncarriedKeys } from "./carried-keys";
import { columnDependents } from "./column-dependents";
import type { FactQueries } from "./facts";
import { namesIn } from "./object-names";
import { oid } from "./reference-facts";
import { listed, nameOf } from "./wording";

/** Facts: what stands in the way of a second column in the place of the first. */
export function expandFacts(table: Table, column: string): FactQueries {
  return {
    dependents: columnDependents(table, column),
    uncarried: uncarriedKeys(table, column),
    oddities: oddities(table, column),
    taken: sql`
      select coalesce(json_agg(name), '[]') as value
      from (
        select c.relname as name
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ${table.schema}
        union all
        select k.conname from pg_catalog.pg_constraint k where k.conrelid = ${oid(table.schema, table.name)}
        union all
        select p.proname
        from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        where n.nspname = ${table.schema} and starts_with(p.proname::text, 'zz_plumbline_')
      ) as taken`,
  };
}

/** Why the column cannot be replaced by another; null when it can. */
export function expandRefusal(table: Table, column: string, facts: Record<string, unknown>): string | null {
  const name = `${nameOf(table)}.${column}`;
  if (table.kind === "partitioned")
    return `${nameOf(table)} is partitioned: a column of all its parts cannot be replaced.`;
  if (table.inherited) return `Other tables inherit from ${nameOf(table)}, and would lose ${column}.`;
  // Foreign keys follow, but for those that are named by themselves.
  const dependents = namesIn(facts.dependents).filter((what) => !what.startsWith("the foreign key "));
  const found = [...dependents, ...namesIn(facts.uncarried), ...namesIn(facts.oddities)];
  if (found.length === 0) return null;
  return `These rely on ${name} and would not follow it: ${listed(found)}. Drop them first, and make them again when it has been replaced.`;
}

/** What a new column or an index like the old would not have. */
function oddities(table: Table, column: string): RawBuilder<{ value: unknown }> {
  return sql`
    with the as (
      select a.attrelid, a.attnum, a.attacl
      from pg_catalog.pg_attribute a
      where a.attrelid = ${oid(table.schema, table.name)} and a.attname = ${column}
    )
    select coalesce(json_agg(what order by what), '[]') as value
    from (
      select 'the privileges on the column alone' as what from the where attacl is not null
      union all
      select 'the index ' || quote_ident(c.relname) || ', which is not a plain one'
      from the
      join pg_catalog.pg_index i on i.indrelid = the.attrelid and the.attnum = any (i.indkey::int2[])
      join pg_catalog.pg_class c on c.oid = i.indexrelid
      join pg_catalog.pg_am m on m.oid = c.relam
      where m.amname <> 'btree' or i.indexprs is not null or i.indpred is not null or i.indnkeyatts <> i.indnatts
        or c.reloptions is not null or not i.indisvalid or i.indisreplident or i.indisclustered
        or exists (select from unnest(i.indoption::int2[]) as o where o <> 0)
        or exists (select from unnest(i.indclass::oid[]) as k join pg_catalog.pg_opclass as p on p.oid = k where not p.opcdefault)
        or exists (
          select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u') and k.condeferrable
        )
    ) as odd`;
}
