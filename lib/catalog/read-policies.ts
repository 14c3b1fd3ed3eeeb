import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Policy } from "./types";

/** Row-level security policies, in force or not. */
export async function readPolicies(db: Kysely<unknown>): Promise<(Policy & { oid: string })[]> {
  const { rows } = await sql<Policy & { oid: string }>`
    select
      t.oid::text,
      p.polname as name,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
      p.polpermissive as permissive,
      array(
        select case when role = 0 then 'public' else pg_get_userbyid(role)::text end from unnest(p.polroles) as role order by 1
      ) as roles
    from (${businessTables}) as t
    join pg_catalog.pg_policy p on p.polrelid = t.oid
    order by t.oid, p.polname
  `.execute(db);
  return rows;
}
