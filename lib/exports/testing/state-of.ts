import { type Kysely, sql } from "kysely";

/** A schema without the audit history: its columns, constraints, indexes and triggers as PostgreSQL words them. */
export async function catalogueOf(db: Kysely<unknown>, schema = "public"): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    with tables as (
      select c.oid, c.relname from pg_class as c
      where c.relnamespace = (select oid from pg_namespace where nspname = ${schema}) and c.relkind in ('r', 'p') and c.relname <> 'error_logs'
    )
    select format('%s.%s %s %s default %s comment %s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, pg_get_expr(d.adbin, d.adrelid), col_description(t.oid, a.attnum)) as line
    from tables as t
    join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef as d on d.adrelid = t.oid and d.adnum = a.attnum
    union all
    select format('%s: %s %s valid %s', t.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
    from tables as t join pg_constraint as k on k.conrelid = t.oid
    union all
    select format('%s valid %s comment %s', pg_get_indexdef(i.indexrelid), i.indisvalid, obj_description(i.indexrelid, 'pg_class'))
    from tables as t join pg_index as i on i.indrelid = t.oid
    union all
    select pg_get_triggerdef(g.oid) from tables as t join pg_trigger as g on g.tgrelid = t.oid and not g.tgisinternal
    order by line
  `.execute(db);
  return rows.map(({ line }) => line);
}

/** Every row of every table of a schema but the audit history, as text by column. */
export async function contentsOf(db: Kysely<unknown>, schema = "public"): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = (select oid from pg_namespace where nspname = ${schema}) and relkind in ('r', 'p') and relname <> 'error_logs' order by 1
  `.execute(db);
  const contents: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      row: string;
    }>`select to_jsonb(t)::text as row from ${sql.id(schema, name)} as t`.execute(db);
    contents[name] = rows.map(({ row }) => row).sort();
  }
  return contents;
}

/** Names what each database makes for itself alike: ids that were not there before, and moments of the test. */
export function comparable(contents: Record<string, string[]>, asFound: Record<string, string[]>, since: Date) {
  const known = new Set(JSON.stringify(asFound).match(uuids));
  const alike = (row: string) =>
    row
      .replace(uuids, (id) => (known.has(id) ? id : "made here"))
      .replace(moments, (at) => (new Date(at) >= since && new Date(at) <= new Date() ? "made now" : at));
  return Object.fromEntries(Object.entries(contents).map(([name, rows]) => [name, rows.map(alike).sort()]));
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const moments = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+\d\d:\d\d/g;
