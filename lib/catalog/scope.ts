import { type RawBuilder, sql } from "kysely";

/** Schemas that belong to PostgreSQL, to Supabase or to Plumbline, and are nobody's business data. */
const excludedSchemas = [
  "information_schema",
  "plumbline",
  "plumbline_jobs",
  "pgboss",
  "auth",
  "cron",
  "extensions",
  "graphql",
  "graphql_public",
  "net",
  "pgbouncer",
  "pgsodium",
  "pgsodium_masks",
  "realtime",
  "_realtime",
  "_analytics",
  "storage",
  "supabase_functions",
  "supabase_migrations",
  "vault",
] as const;

/** The roles by which the Supabase API is asked. It serves the schemas that it is told to, for which these need their USAGE. */
const apiRoles = ["anon", "authenticated"];

/** Over `c` and its namespace `n`: the relation is nobody's but the business's. */
export const ofTheBusiness: RawBuilder<unknown> = sql`
    c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> all (${[...excludedSchemas]}::text[])
    and not exists (
      select 1
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )`;

/** Tables of the business: `oid`, `schema` and `name`. Partitions are part of their table, extensions keep theirs to themselves. */
export const businessTables: RawBuilder<unknown> = sql`
  select c.oid, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and ${ofTheBusiness}`;

/** Over `c` and its namespace `n`: the API's roles that may read or write the relation. */
export const exposedTo: RawBuilder<unknown> = sql`array(
        select r.rolname::text
        from pg_catalog.pg_roles r
        where r.rolname = any (${apiRoles}::text[])
          and has_schema_privilege(r.oid, n.oid, 'usage')
          and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')
        order by r.rolname
      )`;
