import { type Kysely, sql } from "kysely";
import { businessTables, exposedTo } from "./scope";
import type { Table } from "./types";

export type TableRow = Pick<
  Table,
  | "schema"
  | "name"
  | "kind"
  | "rowEstimate"
  | "readable"
  | "rowLevelSecurity"
  | "inherited"
  | "rewritten"
  | "exposedTo"
  | "writes"
> & {
  oid: string;
};

/** Every business table, without what hangs on it. */
export async function readTables(db: Kysely<unknown>): Promise<TableRow[]> {
  const { rows } = await sql<TableRow>`
    with rewritten as (
      select coalesce(pg_partition_root(r.ev_class), r.ev_class) as oid
      from pg_catalog.pg_rewrite r
      join pg_catalog.pg_class w on w.oid = r.ev_class and w.relkind in ('r', 'p')
      where r.ev_enabled <> 'D'
    ),
    stored as (
      -- What a table's own rows, or those of its partitions, are kept in.
      select
        coalesce(pg_partition_root(c.oid), c.oid) as oid,
        string_agg(
          concat_ws(
            ':', c.oid, c.relfilenode, c.relnatts, pg_stat_get_tuples_inserted(c.oid), pg_stat_get_tuples_updated(c.oid),
            pg_stat_get_tuples_deleted(c.oid)
          ),
          ' ' order by c.oid
        ) as writes
      from pg_catalog.pg_class c
      where c.relkind in ('r', 'p')
      group by 1
    )
    select
      t.oid::text,
      t.schema,
      t.name,
      case c.relkind when 'p' then 'partitioned' else 'table' end as kind,
      case when c.reltuples >= 0 then c.reltuples::float8 end as "rowEstimate",
      has_schema_privilege(c.relnamespace, 'usage') and has_table_privilege(t.oid, 'select') as readable,
      c.relrowsecurity as "rowLevelSecurity",
      c.relkind = 'r' and exists (select 1 from pg_catalog.pg_inherits i where i.inhparent = c.oid) as inherited,
      exists (select 1 from rewritten where rewritten.oid = t.oid) as rewritten,
      ${exposedTo} as "exposedTo",
      -- The counters begin anew when the server does, after a crash or a reset, and may then come to stand where they stood.
      -- Before PostgreSQL 15 an idle connection may keep for itself, as long as it likes, what it wrote.
      case when current_setting('server_version_num')::integer >= 150000
          and (current_setting('track_counts')::boolean and not c.relhassubclass or c.relkind = 'p')
        then md5(concat_ws(' ', pg_postmaster_start_time(), s.stats_reset, pg_stat_get_bgwriter_stat_reset_time(), stored.writes))
      end as writes
    from (${businessTables}) as t
    join pg_catalog.pg_class c on c.oid = t.oid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join stored on stored.oid = t.oid
    left join pg_catalog.pg_stat_database s on s.datname = current_database()
    order by t.schema, t.name
  `.execute(db);
  return rows;
}
