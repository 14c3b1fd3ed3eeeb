import type { SampleRow } from "@/lib/plans/types";

export interface SamplePart {
  /** Tells the parts apart: the columns of their rows. */
  id: string;
  /** Rows that are made, all for the same reason. */
  created: boolean;
  reason: string | null;
  rows: SampleRow[];
}

/** Rows of one table stand together: a plan may make rows of another table besides those it changes. */
export function sampleParts(sample: SampleRow[]): SamplePart[] {
  const parts = new Map<string, SamplePart>();
  for (const row of sample) {
    const created = row.before === null && row.after !== null;
    const id = JSON.stringify([created, Object.keys(row.after ?? row.before ?? {})]);
    const part = parts.get(id) ?? { id, created, reason: created ? row.reason : null, rows: [] };
    part.rows.push(row);
    parts.set(id, part);
  }
  return [...parts.values()];
}
