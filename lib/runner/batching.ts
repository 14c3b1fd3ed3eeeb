import type { Table } from "@/lib/catalog/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { nameOf } from "@/lib/repairs/wording";
import type { Batching } from "./stored-plan";

const usualRows = 1_000;
/** Where every batch computes something for the whole table anew, fewer batches are quicker. */
const dearRows = 10_000;

export function batchingOf({ creates, joins, moves }: Pick<RowPlan, "creates" | "joins" | "moves">): Batching {
  // A row that names two of the list is kept once, which is before and after a single batch.
  const together = moves?.some(({ references }) => references.length > 1);
  const rows = together ? null : joins.length > 0 ? dearRows : usualRows;
  const grouped = creates !== null || moves !== undefined;
  return { rows, grouped, patient: grouped };
}

/** Whether a batch only looks rows up by their keys, and computes nothing for the whole table. */
export function looksUp(batching: Batching | null): boolean {
  return batching?.rows != null && batching.rows < dearRows;
}

/** An undo goes part by part; rows of a table that refers to itself come back together, parents with their children. */
export function undoBatching(tables: readonly Table[], joined: boolean): Batching {
  const refersToItself = tables.some((table) =>
    table.foreignKeys.some(({ parent }) => nameOf(parent) === nameOf(table)),
  );
  const rows = joined ? dearRows : usualRows;
  return { rows: refersToItself ? null : rows, grouped: false, patient: true };
}
