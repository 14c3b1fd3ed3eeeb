import type { RecordDefinition } from "@/lib/records/define";

/** What a person calls the record: its heading when it has one, its key otherwise. */
export function recordHeading(
  record: RecordDefinition,
  row: Record<string, unknown> | undefined,
  key: string | null,
): string {
  const heading = record.heading === record.key ? null : row?.[record.heading];
  const noun = record.noun.charAt(0).toUpperCase() + record.noun.slice(1);
  if (heading === null || heading === undefined || heading === "") return `${noun} ${(key ?? "").slice(0, 8)}`;
  return typeof heading === "number" || /^\d+$/.test(String(heading)) ? `${noun} of ${heading}` : String(heading);
}
