import { missingColumn, parentTable } from "@/lib/catalog/equivalents";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { tableLabel } from "./wording";

/** A table of a target and the columns that the check needs of it. */
export type Part = [table: TableName, columns: readonly string[]];

/** A sentence where something that the target names is not in the database; null where all of it is. */
export function absence(catalog: Catalog, parts: Part[]): string | null {
  for (const [name, columns] of parts) {
    const table = parentTable(catalog, name);
    if (!table) return `There is no table ${tableLabel(name)} among the tables that Plumbline looks at.`;
    const missing = missingColumn(table, columns);
    if (missing !== undefined) return `${tableLabel(name)} has no column ${missing}.`;
  }
  return null;
}

/** The same, and a sentence where the rows cannot be read. */
export function closed(catalog: Catalog, parts: Part[]): string | null {
  const absent = absence(catalog, parts);
  if (absent) return absent;
  const refused = parts.find(([name]) => !parentTable(catalog, name)?.readable);
  return refused ? `Plumbline's database user may not read ${tableLabel(refused[0])}.` : null;
}

/** The same, and a sentence where the rows are not only the table's own. */
export function unreadable(catalog: Catalog, parts: Part[]): string | null {
  const refused = closed(catalog, parts);
  if (refused) return refused;
  const mixed = parts.find(([name]) => catalog.find(name)?.inherited);
  return mixed
    ? `Other tables inherit from ${tableLabel(mixed[0])}, whose keys and foreign keys do not hold for their rows. Check those tables by themselves.`
    : null;
}
