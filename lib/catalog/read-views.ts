import { type Kysely, sql } from "kysely";
import { businessTables, exposedTo, ofTheBusiness } from "./scope";
import type { View } from "./types";

/** Every view of the business, and what it reads. */
export async function readViews(db: Kysely<unknown>): Promise<View[]> {
  const { rows } = await sql<View>`
    select
      n.nspname as schema,
      c.relname as name,
      c.relkind = 'm' as materialized,
      exists (
        select from pg_options_to_table(c.reloptions) as o
        where o.option_name = 'security_invoker' and o.option_value::boolean
      ) as "securityInvoker",
      has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as readable,
      ${exposedTo} as "exposedTo",
      coalesce((
        select jsonb_agg(distinct jsonb_build_object('schema', t.schema, 'name', t.name))
        from pg_catalog.pg_rewrite r
        join pg_catalog.pg_depend d
          on d.classid = 'pg_catalog.pg_rewrite'::regclass
          and d.objid = r.oid
          and d.refclassid = 'pg_catalog.pg_class'::regclass
        join (${businessTables}) as t on t.oid = d.refobjid
        where r.ev_class = c.oid
      ), '[]') as reads
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ofTheBusiness}
    order by n.nspname, c.relname
  `.execute(db);
  return rows;
}
