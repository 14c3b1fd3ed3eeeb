import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";

/** How many of a table's rows hold a value of their own, as ANALYZE estimated it: a share of 1, by `oid` and column. */
export async function readDistinct(db: Kysely<unknown>): Promise<(oid: string, column: string) => number | null> {
  const { rows } = await sql<{ oid: string; name: string; share: number }>`
    select t.oid::text, s.attname as name, case when s.n_distinct < 0 then -s.n_distinct else 0 end::float8 as share
    from (${businessTables}) as t
    join pg_catalog.pg_class c on c.oid = t.oid
    join pg_catalog.pg_stats s
      on s.schemaname = t.schema and s.tablename = t.name and s.inherited = (c.relkind = 'p')
    where s.n_distinct <> 0
  `.execute(db);
  const shares = new Map(rows.map(({ oid, name, share }) => [JSON.stringify([oid, name]), share]));
  return (oid, column) => shares.get(JSON.stringify([oid, column])) ?? null;
}
