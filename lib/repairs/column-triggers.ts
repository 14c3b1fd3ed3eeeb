import { type RawBuilder, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { FactQuery } from "./facts";
import { oid } from "./reference-facts";

/** Fact: enabled triggers that fire when a row of the table is updated and give the column a value of their own. */
export function assigningTriggers(table: TableName, column: string): FactQuery {
  // "new.total := …" anywhere, "new.total = …" where a statement begins and nothing is compared.
  const name = sql`'new\\s*\\.\\s*"?' || regexp_replace(${column}::text, '(\\W)', '\\\\\\1', 'g') || '"?\\s*'`;
  return triggersThat(
    table,
    sql`(g.tgtype & 16) <> 0 and (p.prosrc ~* (${name} || ':=') or p.prosrc ~* ('(;|\\mbegin|\\mthen|\\melse)\\s+' || ${name} || '='))`,
  );
}

/** Fact: enabled triggers of the table whose function speaks of a column of that name. */
export function mentioningTriggers(table: TableName, column: string): FactQuery {
  return triggersThat(table, sql`position(lower(${column}) in lower(p.prosrc)) > 0`);
}

/** Fact: enabled triggers that fire when any row of the table is updated. */
export function firingUpdates(table: TableName): FactQuery {
  return triggersThat(table, sql`(g.tgtype & 16) <> 0 and cardinality(g.tgattr::int2[]) = 0`);
}

function triggersThat(table: TableName, condition: RawBuilder<unknown>): FactQuery {
  return sql`
    select coalesce(json_agg(g.tgname order by g.tgname), '[]') as value
    from pg_catalog.pg_trigger g
    join pg_catalog.pg_proc p on p.oid = g.tgfoid
    where g.tgrelid = ${oid(table.schema, table.name)}
      and not g.tgisinternal and g.tgenabled <> 'D' and ${condition}`;
}
