import { type Kysely, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";

export type IndexState = "valid" | "invalid" | "missing";

/** Is the index there, and does it serve: after a broken build it exists and is of no use. */
export async function indexState(db: Kysely<unknown>, index: TableName, table: TableName): Promise<IndexState> {
  const { rows } = await sql<{ valid: boolean }>`
    select i.indisvalid as valid
    from pg_catalog.pg_index i
    join pg_catalog.pg_class x on x.oid = i.indexrelid
    join pg_catalog.pg_class t on t.oid = i.indrelid
    join pg_catalog.pg_namespace n on n.oid = x.relnamespace
    where n.nspname = ${index.schema} and x.relname = ${index.name} and t.relname = ${table.name}`.execute(db);
  const found = rows[0];
  if (!found) return "missing";
  return found.valid ? "valid" : "invalid";
}
