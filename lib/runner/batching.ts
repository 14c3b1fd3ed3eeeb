import type { Table } from "@/lib/catalog/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { nameOf } from "@/lib/repairs/wording";
import type { Batching } from "./stored-plan";

const usualRows = 1_000;
/** Where every batch computes something for the whole table anew, fewer batches are quicker. */
const dearRows = 10_000;

export function batchingOf({ creates, joins }: Pick<RowPlan, "creates" | "joins">): Batching {
  const rows = joins.length > 0 ? dearRows : usualRows;
  return { rows, grouped: creates !== null, patient: creates !== null };
}

/** An undo goes part by part; rows of a table that refers to itself come back together, parents with their children. */
export function undoBatching(tables: readonly Table[], joined: boolean): Batching {
  const refersToItself = tables.some((table) =>
    table.foreignKeys.some(({ parent }) => nameOf(parent) === nameOf(table)),
  );
  const rows = joined ? dearRows : usualRows;
  return { rows: refersToItself ? null : rows, grouped: false, patient: true };
}
