import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Sequence } from "./types";

/** Sequences by the columns that they serve: of an identity, owned by the column, or called by its default. */
export async function readSequences(db: Kysely<unknown>): Promise<(Sequence & { oid: string })[]> {
  const { rows } = await sql<Sequence & { oid: string }>`
    with serves (table_oid, attnum, sequence_oid) as (
      select d.refobjid, d.refobjsubid, d.objid
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass
        and d.refclassid = 'pg_catalog.pg_class'::regclass
        and d.deptype in ('a', 'i')
        and d.refobjsubid > 0
      union
      select a.adrelid, a.adnum, d.refobjid
      from pg_catalog.pg_attrdef a
      join pg_catalog.pg_depend d
        on d.classid = 'pg_catalog.pg_attrdef'::regclass
        and d.objid = a.oid
        and d.refclassid = 'pg_catalog.pg_class'::regclass
        and d.deptype = 'n'
    )
    select
      t.oid::text,
      n.nspname as schema,
      c.relname as name,
      a.attname as column,
      s.seqincrement::float8 as increment,
      case when may.read then pg_sequence_last_value(c.oid)::text end as "lastValue",
      s.seqmax::text as "maxValue",
      s.seqmin::text as "minValue",
      s.seqcycle as cycles,
      may.read as readable
    from (${businessTables}) as t
    join serves on serves.table_oid = t.oid
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = serves.attnum and not a.attisdropped
    join pg_catalog.pg_class c on c.oid = serves.sequence_oid and c.relkind = 'S'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_sequence s on s.seqrelid = c.oid
    cross join lateral (
      select has_schema_privilege(n.oid, 'usage') and has_sequence_privilege(c.oid, 'select') as read
    ) as may
    order by t.oid, a.attnum, c.relname
  `.execute(db);
  return rows;
}
