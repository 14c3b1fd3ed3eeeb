import type { Catalog } from "@/lib/catalog/types";

/** For each schema the one that stands for all that foreign keys tie to it, near or far. */
export function joinedSchemas(catalog: Catalog): (schema: string) => string {
  const next = new Map<string, string>();
  const last = (schema: string): string => {
    const other = next.get(schema);
    return other === undefined ? schema : last(other);
  };
  for (const { schema, foreignKeys } of catalog.tables) {
    for (const { parent } of foreignKeys) {
      const [from, to] = [last(schema), last(parent.schema)];
      // Accounts in `auth` are everybody's, and tie nothing together.
      if (from !== to && catalog.find(parent)) next.set(from, to);
    }
  }
  return last;
}
