import type { Catalog, TableName } from "@/lib/catalog/types";

/** The table of the audit history is Plumbline's to write, and nothing is expected of it. */
export function isAuditTable({ schema, name }: TableName): boolean {
  return schema === "public" && name === "error_logs";
}

/** The same in a database in which Plumbline may never have been: an application's own table of that name is its business. */
export function isAuditTableOf(catalog: Catalog, table: TableName): boolean {
  return isAuditTable(table) && (catalog.find(table)?.columns.some(({ name }) => name === "row_hash") ?? true);
}
