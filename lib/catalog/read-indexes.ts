import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Index } from "./types";

/**
 * Indexes with the columns they are ordered by; columns that are only carried along are left out. The one condition
 * that matters is read from its stored tree: to print conditions, PostgreSQL would wait for whoever has the table locked.
 */
export async function readIndexes(db: Kysely<unknown>): Promise<(Index & { oid: string })[]> {
  const { rows } = await sql<Index & { oid: string }>`
    select
      t.oid::text,
      c.relname as name,
      array(
        select a.attname::text
        from unnest(i.indkey::int2[]) with ordinality as part (attnum, place)
        left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum and part.attnum > 0
        where part.place <= i.indnkeyatts
        order by part.place
      ) as columns,
      i.indisunique as unique,
      i.indisvalid and i.indisready as valid,
      i.indpred is not null as partial,
      (
        select a.attname
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid
          and a.attnum::text = substring(i.indpred::text from '^{NULLTEST :arg {VAR :varno 1 :varattno ([0-9]+) [^{}]*} :nulltesttype 1 [^{}]*}$')
      ) as "notNullOf",
      m.amname as method,
      array(
        select a.attname::text
        from unnest(i.indkey::int2[]) with ordinality as part (attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
        where part.place > i.indnkeyatts
        order by part.place
      ) as included,
      -- Where an expression stood in its statement (:location) says nothing of what it is.
      concat_ws(
        '|', m.amname, i.indisunique, i.indimmediate, i.indisexclusion, i.indkey, i.indnkeyatts, i.indclass, i.indcollation,
        i.indoption, regexp_replace(i.indexprs::text, ':location -?[0-9]+', '', 'g'),
        'where', regexp_replace(i.indpred::text, ':location -?[0-9]+', '', 'g'), to_jsonb(i) ->> 'indnullsnotdistinct'
      ) as signature,
      array(
        select concat_ws(' ', i.indclass[place], i.indcollation[place], i.indoption[place])
        from generate_series(0, i.indnkeyatts - 1) as place
        order by place
      ) as ordering,
      pg_stat_get_numscans(c.oid)::float8 as scans,
      -- Not pg_relation_size, which waits for whoever has the index locked.
      c.relpages * current_setting('block_size')::float8 as bytes,
      k.conname as constraint
    from (${businessTables}) as t
    join pg_catalog.pg_index i on i.indrelid = t.oid
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_am m on m.oid = c.relam
    left join pg_catalog.pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    order by t.oid, c.relname
  `.execute(db);
  return rows;
}
