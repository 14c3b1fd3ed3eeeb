import type { RecordFilter } from "@/lib/records/filter";

/** `status.eq.active`, `lead_id.empty`: short enough for an address, and readable there. The server refuses what is no filter. */
export function writeFilter({ column, operator, value }: RecordFilter): string {
  return value === undefined ? `${column}.${operator}` : `${column}.${operator}.${value}`;
}

/** The parts of such a text, for words and chips; `operator` may be anything. */
export function splitFilter(text: string): { column: string; operator: string; value?: string } {
  const [column = "", operator = "", ...value] = text.split(".");
  return value.length > 0 ? { column, operator, value: value.join(".") } : { column, operator };
}
