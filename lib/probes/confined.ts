import { randomBytes } from "node:crypto";
import type pg from "pg";
import { escapeIdentifier } from "pg";
import type { Executor } from "./attempt";
import type { TextRow } from "./types";

/**
 * For a connection that may more than write rows: what SQL of others runs in. As a superuser it could read and write files of the
 * server, and make replication slots, which no ROLLBACK removes; `set role` does not keep it from that, because a statement
 * can set it back. Within a SECURITY DEFINER function it cannot. The function belongs to the statement's role and is
 * made in the transaction.
 */
export async function confine(client: pg.ClientBase): Promise<Executor> {
  await client.query(create);
  return confinedTo(client, "none");
}

/** The same for a superuser: a statement that names no role has one that may read and write every table, and goes with the transaction. */
export async function confineSuperuser(client: pg.ClientBase): Promise<Executor> {
  const usual = `plumbline_probe_${randomBytes(6).toString("hex")}`;
  await client.query(`create role ${usual} nologin bypassrls`);
  await client.query(`grant pg_read_all_data, pg_write_all_data to ${usual}`);
  await client.query(create);
  return confinedTo(client, usual);
}

function confinedTo(client: pg.ClientBase, usual: string): Executor {
  return {
    role: usual,
    execute: async (_client, { sql, role, expected }) => {
      const owner = escapeIdentifier(role ?? usual);
      await client.query("select set_config('role', 'none', true)");
      await client.query(`alter function pg_temp.plumbline_confined(text, boolean) owner to ${owner}`);
      const { rows } = await client.query<{ count: string; kept: TextRow[] }>(
        "select changed as count, kept from pg_temp.plumbline_confined($1, $2)",
        [sql.replace(/;\s*$/, ""), expected.kind === "returns"],
      );
      return { count: Number(rows[0]?.count ?? 0), rows: rows[0]?.kept ?? [] };
    },
  };
}

const create = `
  create function pg_temp.plumbline_confined(statement text, returns_rows boolean, out changed bigint, out kept jsonb)
  language plpgsql security definer as $function$
  declare
    one record;
  begin
    changed := 0;
    kept := '[]';
    if returns_rows then
      for one in execute statement loop
        changed := changed + 1;
        if changed <= 50 then
          kept := kept || jsonb_build_array(
            (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(to_jsonb(one))));
        end if;
      end loop;
    else
      execute statement;
      get diagnostics changed = row_count;
    end if;
  end
  $function$`;
