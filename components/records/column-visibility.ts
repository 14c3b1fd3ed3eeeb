import type { RecordDefinition } from "@/lib/records/define";

/** Which columns are shown: those that the address names, the usual ones otherwise. */
export function columnVisibility(record: RecordDefinition, named: readonly string[] | null): Record<string, boolean> {
  return Object.fromEntries(record.columns.map(({ key, hidden }) => [key, named ? named.includes(key) : !hidden]));
}

/** The names to put into the address; null when they are the usual ones. */
export function namedColumns(record: RecordDefinition, visibility: Record<string, boolean>): string[] | null {
  const usual = record.columns.every(({ key, hidden }) => visibility[key] === !hidden);
  return usual ? null : record.columns.map(({ key }) => key).filter((key) => visibility[key]);
}
