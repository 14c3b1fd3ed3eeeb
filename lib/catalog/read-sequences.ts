import { type Kysely, sql } from "kysely";
import { readSequenceValues } from "./read-sequence-values";
import { businessTables } from "./scope";
import type { Sequence } from "./types";

type SequenceRow = Omit<Sequence, "lastValue"> & { oid: string; locked: boolean };

/** Sequences by the columns that they serve: of an identity, owned by the column, or called by its default. */
export async function readSequences(db: Kysely<unknown>): Promise<(Sequence & { oid: string })[]> {
  const { rows } = await sql<SequenceRow>`
    with serves (table_oid, attnum, sequence_oid, feeds) as (
      select d.refobjid, d.refobjsubid, d.objid, d.deptype = 'i'
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass
        and d.refclassid = 'pg_catalog.pg_class'::regclass
        and d.deptype in ('a', 'i')
        and d.refobjsubid > 0
      union all
      select a.adrelid, a.adnum, d.refobjid, true
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
      bool_or(serves.feeds) as feeds,
      s.seqincrement::float8 as increment,
      s.seqmax::text as "maxValue",
      s.seqmin::text as "minValue",
      s.seqcycle as cycles,
      has_schema_privilege(n.oid, 'usage') and has_sequence_privilege(c.oid, 'select') as readable,
      c.oid in (
        select l.relation
        from pg_catalog.pg_locks l
        where l.mode = 'AccessExclusiveLock' and l.granted and l.pid <> pg_backend_pid() and l.relation is not null
      ) as locked
    from (${businessTables}) as t
    join serves on serves.table_oid = t.oid
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = serves.attnum and not a.attisdropped
    join pg_catalog.pg_class c on c.oid = serves.sequence_oid and c.relkind = 'S'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_sequence s on s.seqrelid = c.oid
    group by t.oid, n.oid, n.nspname, c.oid, c.relname, a.attnum, a.attname, s.seqrelid, s.seqincrement, s.seqmax, s.seqmin, s.seqcycle
    order by t.oid, a.attnum, c.relname
  `.execute(db);
  const givenBy = await readSequenceValues(
    db,
    rows.filter(({ readable, locked }) => readable && !locked),
  );
  return rows.map(({ locked: _, ...sequence }) => {
    const value = givenBy(sequence);
    return { ...sequence, readable: value !== undefined, lastValue: value ?? null };
  });
}
