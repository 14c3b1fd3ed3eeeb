import type { Catalog, TableName } from "@/lib/catalog/types";

/** For each schema the one that stands for all that references tie to it, near or far. */
export function joinedSchemas(catalog: Catalog): (schema: string) => string {
  const next = new Map<string, string>();
  const last = (schema: string): string => {
    const other = next.get(schema);
    return other === undefined ? schema : last(other);
  };
  const join = (child: TableName, parent: TableName) => {
    const [from, to] = [last(child.schema), last(parent.schema)];
    // Accounts in `auth` are everybody's, and tie nothing together.
    if (from !== to && catalog.find(parent)) next.set(from, to);
  };
  for (const table of catalog.tables) for (const { parent } of table.foreignKeys) join(table, parent);
  for (const { table, parent } of catalog.undeclared) join(table, parent);
  return last;
}
