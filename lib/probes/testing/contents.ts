import type { Engine } from "@/lib/db";

/** All rows of every table of the schema `public` and the large objects, in one text: equal exactly when nothing was changed. */
export async function contentsOf({ pool }: Engine): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1",
  );
  const prints = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select $1 as name, count(*), md5(string_agg(md5(t::text), '' order by md5(t::text))) from public.${name} as t`,
      [name],
    );
    prints.push(rows[0]);
  }
  const { rows: others } = await pool.query(
    "select (select count(*) from pg_largeobject_metadata) as objects, (select count(*) from pg_class) as relations, (select count(*) from pg_proc) as functions",
  );
  return JSON.stringify([prints, others]);
}
