import type { Table } from "@/lib/catalog/types";

/** The columns that identify a row for good: the primary key, else a unique key that allows no NULL. Null where there is neither. */
export function keyColumns(table: Table): string[] | null {
  if (table.primaryKey) return table.primaryKey.columns;
  const required = new Set(table.columns.filter((column) => !column.nullable).map((column) => column.name));
  const key = table.uniqueKeys.find(({ columns }) => columns.every((name) => required.has(name)));
  return key?.columns ?? null;
}
