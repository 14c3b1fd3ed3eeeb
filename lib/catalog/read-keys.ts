import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Key } from "./types";

/** Primary and unique constraints. */
export async function readKeys(db: Kysely<unknown>): Promise<(Key & { oid: string })[]> {
  const { rows } = await sql<Key & { oid: string }>`
    select
      t.oid::text,
      k.conname as name,
      case k.contype when 'p' then 'primary' else 'unique' end as kind,
      array(
        select a.attname::text
        from unnest(k.conkey) with ordinality as part (attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
        order by part.place
      ) as columns
    from (${businessTables}) as t
    join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u')
    order by t.oid, k.conname
  `.execute(db);
  return rows;
}
