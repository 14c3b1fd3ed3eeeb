import type { Catalog } from "@/lib/catalog/types";
import type { StoredFinding } from "@/lib/findings/stored-finding";
import { healthOf } from "./health";
import { tableId } from "./map-references";
import type { MapReference, MapTable } from "./types";

/** Every table of the catalogue, and those outside of it that a reference names. */
export function mapTables(catalog: Catalog, references: MapReference[], findings: StoredFinding[]): MapTable[] {
  const byTable = Map.groupBy(findings, ({ target }) => tableId(target.table));
  const inside = catalog.tables.map((table) => {
    const id = tableId(table);
    const { schema, name, rowEstimate } = table;
    return { id, schema, name, rowEstimate, outside: false, ...healthOf(byTable.get(id) ?? []) };
  });
  const known = new Set(inside.map(({ id }) => id));
  const named = new Set(references.map(({ parent }) => parent));
  const outside = [...named]
    .filter((id) => !known.has(id))
    .map((id) => {
      const [schema, name] = JSON.parse(id) as [string, string];
      return { id, schema, name, rowEstimate: null, outside: true, ...healthOf([]) };
    });
  return [...inside, ...outside];
}
