import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import { nameOf } from "./wording";

/** The key of a table that was not refused for having none. */
export function requiredKey(table: Table): string[] {
  const key = identifyingColumns(table);
  if (!key) throw new Error(`${nameOf(table)} has no key`);
  return key;
}

/** Why no row of this table can be repaired; null when it has a key. */
export function keyRefusal(table: Table): string | null {
  if (identifyingColumns(table)) return null;
  if (table.inherited)
    return `Other tables inherit from ${nameOf(table)}, and its key does not hold for their rows: a row cannot be told from its twin there.`;
  return `${nameOf(table)} has neither a primary key nor a unique key without NULLs, so a row cannot be told from its twin. Add a primary key first.`;
}
