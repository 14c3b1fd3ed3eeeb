import type { RecordColumn } from "@/lib/records/define";
import { splitFilter } from "./filter-text";
import { humanise } from "./value-text";

export const operatorWords = {
  eq: "is",
  empty: "is empty",
  filled: "has a value",
  before: "before",
  after: "after",
} as const;

/** "Status is Logged out", "Created after 21 Nov 2026, 10:43"; the bare text where it is no filter of this table. */
export function filterWords(columns: readonly RecordColumn[], text: string): string {
  const { column: key, operator, value } = splitFilter(text);
  const column = columns.find((candidate) => candidate.key === key);
  if (!column || !isOperator(operator)) return text;
  const words = `${column.label} ${operatorWords[operator]}`;
  if (value === undefined) return words;
  if (column.kind === "status") return `${words} ${humanise(value)}`;
  const time = column.kind === "time" ? new Date(value) : null;
  if (time === null || Number.isNaN(time.getTime())) return `${words} ${value}`;
  return `${words} ${time.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`;
}

function isOperator(operator: string): operator is keyof typeof operatorWords {
  return operator in operatorWords;
}
