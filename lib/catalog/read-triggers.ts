import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Trigger } from "./types";

/**
 * Triggers that somebody wrote, on the table or on one partition of it alone; those that enforce foreign keys are facts
 * of the foreign key.
 */
export async function readTriggers(db: Kysely<unknown>): Promise<(Trigger & { oid: string })[]> {
  const { rows } = await sql<Trigger & { oid: string }>`
    select
      t.oid::text,
      g.tgname as name,
      g.tgenabled in ('O', 'A') as enabled,
      pg_get_triggerdef(g.oid) as definition
    from (${businessTables}) as t
    join pg_catalog.pg_trigger g on coalesce(pg_partition_root(g.tgrelid), g.tgrelid) = t.oid
    where not g.tgisinternal and coalesce((to_jsonb(g) ->> 'tgparentid')::oid, 0) = 0
    order by t.oid, g.tgname
  `.execute(db);
  return rows;
}
