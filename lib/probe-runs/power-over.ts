import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";
import type { ProbeStatement } from "@/lib/probes/types";

/** What Plumbline's own user could do beyond its tables. */
export type Power = "none" | "replication" | "superuser";

/**
 * Refuses SQL of admins in a role that is a superuser or may use the server's files and programs, and where an extension would
 * let a statement change what no ROLLBACK takes back. Says what the statements must be kept from being able to do.
 */
export async function powerOver(db: Kysely<unknown>, statements: ProbeStatement[]): Promise<Power> {
  const { rows } = await sql<{ name: string; power: Power }>`
    select
      current_user as name,
      case when rolsuper then 'superuser' when rolreplication then 'replication' else 'none' end as power
    from pg_catalog.pg_roles
    where rolname = current_user
  `.execute(db);
  const [own] = rows;
  if (!own) throw new Error("The role of the connection is not in the catalogue.");
  const { name, power } = own;
  const named = statements.flatMap(({ role }) => role ?? []);
  if (power === "replication" && named.length < statements.length) {
    throw new AppError(
      "invalid",
      `Plumbline is connected as ${name}, who may replicate the server, and statements of probes do not run as such. Say for every statement in which role it runs: the one in which your application writes.`,
    );
  }
  const roles = power === "none" ? [...named, name] : named;
  await refuseMighty(db, roles);
  await refuseElsewhere(db, [...roles, "public"]);
  return power;
}

async function refuseMighty(db: Kysely<unknown>, roles: string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select r.rolname as name
    from pg_catalog.pg_roles as r
    where r.rolname = any (${roles})
      and exists (
        select from pg_catalog.pg_roles as mighty
        where (
            mighty.rolsuper
            or mighty.rolreplication
            or mighty.rolname in ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
          )
          and pg_has_role(r.oid, mighty.oid, 'member')
      )
  `.execute(db);
  const [mighty] = rows;
  if (!mighty) return;
  throw new AppError(
    "invalid",
    `The role ${mighty.name} may act as a superuser, replicate the server, or use its files and programs. Choose the role in which your application writes.`,
  );
}

/** Extensions by which SQL reaches another connection or another server, where a ROLLBACK of ours takes nothing back. */
const elsewhere = ["aws_lambda", "aws_s3", "azure_storage", "dblink", "http", "pg_background", "plsh"];

async function refuseElsewhere(db: Kysely<unknown>, roles: string[]): Promise<void> {
  const { rows } = await sql<{ extension: string; role: string }>`
    select e.extname as extension, r.rolname as role
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_depend as d
      on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.classid = 'pg_proc'::regclass
    cross join (select rolname from pg_catalog.pg_roles union all select 'public') as r
    where e.extname = any (${elsewhere})
      and r.rolname = any (${roles})
      and has_function_privilege(r.rolname, d.objid, 'execute')
    limit 1
  `.execute(db);
  const [way] = rows;
  if (!way) return;
  throw new AppError(
    "refused",
    `The extension ${way.extension} is installed and the role ${way.role} may call it: by it a statement could change what no ROLLBACK takes back. Revoke EXECUTE on its functions from the role and from PUBLIC, or choose another role.`,
  );
}
