import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { TableName } from "@/lib/catalog/types";

/** The tables that a check can be written for, by name. */
export async function listTables(ctx: Context): Promise<TableName[]> {
  requireRole(ctx, "viewer");
  const { tables } = await readCatalog(ctx.engine.db);
  return tables
    .map(({ schema, name }) => ({ schema, name }))
    .sort((left, right) => left.schema.localeCompare(right.schema) || left.name.localeCompare(right.name));
}
