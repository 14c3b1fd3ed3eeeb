import type { SampleRow } from "@/lib/plans/types";
import { fieldChanges } from "./field-changes";

/** The fields worth a column: those that change in some row, or all of them where rows are removed or created. */
export function sampleColumns(sample: SampleRow[]): string[] {
  const all = new Set<string>();
  const changed = new Set<string>();
  for (const row of sample) {
    for (const change of fieldChanges(row.before, row.after)) {
      all.add(change.field);
      if (row.outcome === "change" && change.changed) changed.add(change.field);
    }
  }
  const keys = new Set(keyColumnsOf(sample));
  const shown = changed.size > 0 ? [...all].filter((field) => changed.has(field)) : [...all];
  return shown.filter((field) => !keys.has(field));
}

/** The columns that identify every row, or none where they differ: rows that are still to be made have no key yet. */
export function keyColumnsOf(sample: SampleRow[]): string[] {
  const [first, ...others] = sample.map((row) => Object.keys(row.key));
  if (!first) return [];
  return others.every((columns) => columns.join() === first.join()) ? first : [];
}
