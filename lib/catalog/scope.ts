import { type RawBuilder, sql } from "kysely";

/** Schemas that belong to PostgreSQL, to Supabase or to Plumbline, and are nobody's business data. */
const excludedSchemas = [
  "information_schema",
  "plumbline",
  "plumbline_jobs",
  "pgboss",
  "graphql",
  "graphql_public",
  "pgbouncer",
  "pgsodium",
  "pgsodium_masks",
  "_realtime",
  "_analytics",
  "supabase_functions",
  "supabase_migrations",
] as const;

/** Names that Supabase and extensions use, and that a business may well give its own schemas. */
const ambiguousSchemas = ["auth", "cron", "extensions", "net", "realtime", "storage", "vault"] as const;

/** Over `n`: accounts of a sign-in that goes by UUIDs, as Supabase's does wherever it runs and whoever owns it. */
export const holdsAccounts: RawBuilder<unknown> = sql`n.nspname = 'auth' and exists (
      select
      from pg_catalog.pg_class u
      join pg_catalog.pg_constraint k on k.conrelid = u.oid and k.contype = 'p' and cardinality(k.conkey) = 1
      join pg_catalog.pg_attribute a on a.attrelid = u.oid and a.attnum = k.conkey[1]
      where u.relnamespace = n.oid and u.relname = 'users' and u.relkind = 'r' and a.atttypid = 'uuid'::regtype
    )`;

/** Over `n`: what is Supabase's still is in a copy that was restored without its owners. */
const holdsSupabaseTables: RawBuilder<unknown> = sql`exists (
      select
      from (values ('storage', 'buckets', 'objects'), ('realtime', 'subscription', 'schema_migrations')) as made (schema, one, other)
      where made.schema = n.nspname and (
        select count(*)
        from pg_catalog.pg_class u
        where u.relnamespace = n.oid and u.relkind in ('r', 'p') and u.relname in (made.one, made.other)
      ) = 2
    )`;

/** Over `n`: the schema is not the business's, as its name or who made it says. */
const isForeign: RawBuilder<unknown> = sql`(
      n.nspname = any (${[...excludedSchemas]}::text[])
      or n.nspname = any (${[...ambiguousSchemas]}::text[]) and (
        pg_get_userbyid(n.nspowner) like 'supabase\\_%'
        or exists (
          select
          from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e'
        )
        or ${holdsAccounts}
        or ${holdsSupabaseTables}
      )
    )`;

/** The roles by which the Supabase API is asked. It serves the schemas that it is told to, for which these need their USAGE. */
const apiRoles = ["anon", "authenticated"];

/** Over `c` and its namespace `n`: the relation is nobody's but the business's. */
export const ofTheBusiness: RawBuilder<unknown> = sql`
    c.relpersistence <> 't'
    and n.nspname not like 'pg\\_%'
    and not ${isForeign}
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
