import type { RecordColumn, RecordDefinition, RecordGroup } from "./define";
import { type FilterOperator, operatorsOf } from "./filter";
import { recordsOf } from "./registry";

export interface BrowsableColumn extends RecordColumn {
  /** What may be asked of it. */
  operators: FilterOperator[];
}

/** A definition as a screen takes it: data alone. */
export interface BrowsableRecord extends RecordDefinition {
  columns: readonly BrowsableColumn[];
}

/** The tabs of a page, in order. */
export function browsableRecords(group: RecordGroup): BrowsableRecord[] {
  return recordsOf(group).map((record) => ({
    ...record,
    columns: record.columns.map((column) => ({ ...column, operators: operatorsOf(column) })),
  }));
}
