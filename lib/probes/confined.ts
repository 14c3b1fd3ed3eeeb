import type pg from "pg";
import { escapeIdentifier } from "pg";
import type { Attempt } from "./attempt";
import type { Accepted } from "./send";
import type { TextRow } from "./types";

/**
 * For a connection of a superuser: what SQL of others runs in. Such SQL could call functions that read and write files of the
 * server, and `set role` does not keep it from that, because a statement can set it back. Within a SECURITY DEFINER
 * function it cannot. The function is temporary, belongs to the statement's role, and goes with the transaction.
 */
export async function confine(client: pg.ClientBase): Promise<Attempt["execute"]> {
  await client.query(create);
  return async (_client, { sql, role, expected }): Promise<Accepted> => {
    if (role === null) throw new Error("A statement that is confined needs a role.");
    await client.query("select set_config('role', 'none', true)");
    await client.query(`alter function pg_temp.plumbline_confined(text, boolean) owner to ${escapeIdentifier(role)}`);
    const { rows } = await client.query<{ count: string; kept: TextRow[] }>(
      "select changed as count, kept from pg_temp.plumbline_confined($1, $2)",
      [sql.replace(/;\s*$/, ""), expected.kind === "returns"],
    );
    return { count: Number(rows[0]?.count ?? 0), rows: rows[0]?.kept ?? [] };
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
