import { createHash } from "node:crypto";
import pg from "pg";
import { withEngine } from "../engine";

/** Written by refusals, sign-ins and calls, which are meant to leave a trace, and by workers, which say that they are there. */
const traces = ["public.error_logs", "plumbline.sign_in_attempts", "plumbline.api_usage", "plumbline.workers"];

/** One short text per table for all its rows, and one for the schema: equal exactly when nothing was changed. */
export function fingerprint(): Promise<Record<string, string>> {
  return withEngine(async (client) => {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(`
      select schemaname as schema, tablename as name
      from pg_tables
      where schemaname in ('public', 'plumbline')
      order by 1, 2
    `);
    const prints: Record<string, string> = { schema: await schemaPrint(client) };
    for (const { schema, name } of tables) {
      const table = `${schema}.${name}`;
      if (!traces.includes(table)) prints[table] = await rowsPrint(client, schema, name);
    }
    return prints;
  });
}

async function rowsPrint(client: pg.Client, schema: string, name: string): Promise<string> {
  const { rows } = await client.query<{ print: string }>(`
    select concat(count(*), ' rows ', md5(string_agg(md5(t::text), '' order by md5(t::text)))) as print
    from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)} as t
  `);
  return rows[0]?.print ?? "";
}

async function schemaPrint(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    select c.oid::regclass::text as "table", a.attname as name,
      concat_ws(' ', a.atttypid::regtype, a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as definition
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'i') and c.relnamespace in ('public'::regnamespace, 'plumbline'::regnamespace)
    union all
    select conrelid::regclass::text, conname, concat_ws(' ', pg_get_constraintdef(oid), convalidated)
    from pg_constraint
    where connamespace in ('public'::regnamespace, 'plumbline'::regnamespace)
    order by 1, 2, 3
  `);
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}
