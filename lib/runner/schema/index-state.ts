import { type Kysely, sql } from "kysely";
import type { NamedIndex, TableName } from "@/lib/catalog/types";

export type IndexState = "valid" | "invalid" | "missing" | "another";

interface Found {
  valid: boolean;
  table: string;
  columns: (string | null)[];
  unique: boolean;
  plain: boolean;
  definition: string;
}

/**
 * Is the index there, and does it serve: after a broken build it exists and is of no use. A name alone proves nothing:
 * one of that name on other columns, or on other rows, is `another`.
 */
export async function indexState(db: Kysely<unknown>, index: NamedIndex, table: TableName): Promise<IndexState> {
  const { rows } = await sql<Found>`
    select
      i.indisvalid as valid,
      t.relname as table,
      array(
        select a.attname::text
        from unnest(i.indkey::int2[]) with ordinality as part (attnum, place)
        left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum and part.attnum > 0
        where part.place <= i.indnkeyatts
        order by part.place
      ) as columns,
      i.indisunique as unique,
      i.indpred is null as plain,
      pg_get_indexdef(i.indexrelid) as definition
    from pg_catalog.pg_index i
    join pg_catalog.pg_class x on x.oid = i.indexrelid
    join pg_catalog.pg_class t on t.oid = i.indrelid
    join pg_catalog.pg_namespace n on n.oid = x.relnamespace
    where n.nspname = ${index.schema} and x.relname = ${index.name}`.execute(db);
  const found = rows[0];
  if (!found) return "missing";
  if (found.table !== table.name || !isSame(found, index)) return "another";
  return found.valid ? "valid" : "invalid";
}

function isSame(found: Found, { columns, unique, definition }: NamedIndex): boolean {
  if (definition !== undefined) return found.definition === definition;
  return found.plain && found.unique === unique && JSON.stringify(found.columns) === JSON.stringify(columns);
}
