import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import { nameOf } from "./wording";

/** The key of a table that was not refused for having none. */
export function requiredKey(table: Table): string[] {
  const key = identifyingColumns(table);
  if (!key) throw new Error(`${nameOf(table)} has no key`);
  return key;
}

/** Why no row of this table can be repaired; null when it has a key and what is written to it is what happens. */
export function rowRefusal(table: Table): string | null {
  return rewriteRefusal(table) ?? keyRefusal(table);
}

/** Why a statement on this table may do something else than it says. */
export function rewriteRefusal(table: Table): string | null {
  if (!table.rewritten) return null;
  return `A rule (CREATE RULE) on ${nameOf(table)} makes something else of what is written to it, so nobody can say what a repair would do. Drop the rule, or make a trigger of it.`;
}

function keyRefusal(table: Table): string | null {
  if (identifyingColumns(table)) return null;
  if (table.inherited)
    return `Other tables inherit from ${nameOf(table)}, and its key does not hold for their rows: a row cannot be told from its twin there.`;
  return `${nameOf(table)} has neither a primary key nor a unique key without NULLs, so a row cannot be told from its twin. Add a primary key first.`;
}
