import { type Kysely, sql } from "kysely";
import { exposedTo, ofTheBusiness } from "./scope";
import type { View } from "./types";

/** Every view of the business, and what it reads, of other people's schemas too. */
export async function readViews(db: Kysely<unknown>): Promise<View[]> {
  const { rows } = await sql<View>`
    with recursive uses as (
      select distinct r.ev_class as view, d.refobjid as used
      from pg_catalog.pg_rewrite r
      join pg_catalog.pg_depend d
        on d.classid = 'pg_catalog.pg_rewrite'::regclass
        and d.objid = r.oid
        and d.refclassid = 'pg_catalog.pg_class'::regclass
        and d.refobjid <> r.ev_class
    ),
    reached as (
      select uses.view, uses.used
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join uses on uses.view = c.oid
      where c.relkind in ('v', 'm') and ${ofTheBusiness}
      union
      select reached.view, uses.used
      from reached
      join uses on uses.view = reached.used
    )
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
        select jsonb_agg(jsonb_build_object('schema', s.nspname, 'name', t.relname) order by s.nspname, t.relname)
        from reached
        join pg_catalog.pg_class t on t.oid = reached.used and t.relkind in ('r', 'p', 'f')
        join pg_catalog.pg_namespace s on s.oid = t.relnamespace and s.nspname not in ('pg_catalog', 'information_schema')
        where reached.view = c.oid
      ), '[]') as reads
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ofTheBusiness}
    order by n.nspname, c.relname
  `.execute(db);
  return rows;
}
