import type { AuditEntry } from "@/lib/audit/types";

export type Suggestions = Record<"types" | "tables" | "operators", string[]>;

/** What the entries on the screen hold, as values to filter by. */
export function suggestionsOf(entries: AuditEntry[]): Suggestions {
  return {
    types: distinct(entries.map((entry) => entry.errorType)),
    tables: distinct(entries.map((entry) => entry.tableName)),
    operators: distinct(entries.map((entry) => entry.actor)),
  };
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
