import type { Catalog, TableName, UndeclaredReference } from "@/lib/catalog/types";

const known = new WeakMap<Catalog["undeclared"], Map<string, UndeclaredReference[]>>();

/** The undeclared references of a table; checks ask this of every column of thousands of tables. */
export function undeclaredOf({ undeclared }: Catalog, table: TableName): UndeclaredReference[] {
  const ofTable = known.get(undeclared) ?? Map.groupBy(undeclared, (reference) => keyOf(reference.table));
  known.set(undeclared, ofTable);
  return ofTable.get(keyOf(table)) ?? [];
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
