import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Trigger } from "./types";

/** Triggers that somebody wrote; those that enforce foreign keys are facts of the foreign key. */
export async function readTriggers(db: Kysely<unknown>): Promise<(Trigger & { oid: string })[]> {
  const { rows } = await sql<Trigger & { oid: string }>`
    select
      t.oid::text,
      g.tgname as name,
      g.tgenabled in ('O', 'A') as enabled,
      pg_get_triggerdef(g.oid) as definition
    from (${businessTables}) as t
    join pg_catalog.pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
    order by t.oid, g.tgname
  `.execute(db);
  return rows;
}
