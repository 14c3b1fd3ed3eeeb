import type { Key, Table } from "@/lib/catalog/types";

/** A primary or unique key on exactly these columns, in any order. */
export function equivalentKey(table: Table, columns: string[]): Key | undefined {
  const keys = table.primaryKey ? [table.primaryKey, ...table.uniqueKeys] : table.uniqueKeys;
  return keys.find(
    (key) => key.columns.length === columns.length && columns.every((name) => key.columns.includes(name)),
  );
}
