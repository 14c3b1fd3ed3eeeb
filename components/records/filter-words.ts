import type { RecordColumn } from "@/lib/records/define";
import type { FilterOperator, RecordFilter } from "@/lib/records/filter";
import { humanise } from "./value-text";

export const operatorWords: Record<FilterOperator, string> = {
  eq: "is",
  empty: "is empty",
  filled: "has a value",
  before: "before",
  after: "after",
};

/** "Status is Logged out", "Created after 21 Nov 2026, 10:43" */
export function filterWords(column: RecordColumn, { operator, value }: RecordFilter): string {
  const words = `${column.label} ${operatorWords[operator]}`;
  if (value === undefined) return words;
  if (column.kind === "status") return `${words} ${humanise(value)}`;
  const time = column.kind === "time" ? new Date(value) : null;
  if (time === null || Number.isNaN(time.getTime())) return `${words} ${value}`;
  return `${words} ${time.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`;
}
