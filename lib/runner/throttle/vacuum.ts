import { sql } from "kysely";
import type { Gauge } from "./gauge";

/** A vacuum of the table, which has to read again what is changed meanwhile. */
export const vacuum: Gauge = {
  name: "vacuum",
  reads: ({ schema, name }) => sql`
    select
      max(case when a.query like '%(to prevent wraparound)%' then 2 else 1 end)::float8 as value,
      min(v.phase) as about
    from pg_catalog.pg_stat_progress_vacuum as v
    left join pg_catalog.pg_stat_activity as a on a.pid = v.pid
    where v.datname = current_database()
      and coalesce(pg_partition_root(v.relid), v.relid) = (
        select coalesce(pg_partition_root(c.oid), c.oid)
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = ${schema} and c.relname = ${name}
      )`,
  says: ({ value, about }) => {
    const why = value > 1 ? ", which PostgreSQL must finish before its transaction numbers run out" : "";
    return `The table is being vacuumed${why}${about ? ` (${about})` : ""}.`;
  },
};
