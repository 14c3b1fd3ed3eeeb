import { type Kysely, sql } from "kysely";
import type { TableName } from "./types";

/** Which of these tables there are, without reading the whole catalogue. */
export async function presentTables(db: Kysely<unknown>, names: TableName[]): Promise<(name: TableName) => boolean> {
  const { rows } = await sql<TableName>`
    select n.nspname as schema, c.relname as name
    from unnest(${names.map(({ schema }) => schema)}::text[], ${names.map(({ name }) => name)}::text[]) as wanted (schema, name)
    join pg_catalog.pg_namespace n on n.nspname = wanted.schema
    join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = wanted.name and c.relkind in ('r', 'p')
  `.execute(db);
  const present = new Set(rows.map(keyOf));
  return (name) => present.has(keyOf(name));
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
