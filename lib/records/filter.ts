import type { RecordColumn } from "./define";

export const filterOperators = ["eq", "empty", "filled", "before", "after"] as const;
export type FilterOperator = (typeof filterOperators)[number];

export interface RecordFilter {
  column: string;
  operator: FilterOperator;
  /** Absent for "empty" and "filled". */
  value?: string;
}

/** Reads `status.eq.active`, `lead_id.empty`; null where the text is no filter. */
export function readFilter(text: string): RecordFilter | null {
  const match = /^([a-z_][a-z0-9_]*)\.([a-z]+)(?:\.(.*))?$/s.exec(text);
  if (!match) return null;
  const [, column = "", operator = "", value] = match;
  if (!isOperator(operator)) return null;
  const wantsValue = operator !== "empty" && operator !== "filled";
  if (wantsValue !== (value !== undefined)) return null;
  return value === undefined ? { column, operator } : { column, operator, value };
}

/** What may be asked of a column. */
export function operatorsOf(column: RecordColumn): FilterOperator[] {
  const presence: FilterOperator[] = column.optional ? ["empty", "filled"] : [];
  switch (column.kind) {
    case "status":
    case "id":
    case "email":
    case "phone":
      return ["eq", ...presence];
    case "time":
      return ["after", "before", ...presence];
    default:
      return presence;
  }
}

function isOperator(text: string): text is FilterOperator {
  return (filterOperators as readonly string[]).includes(text);
}
