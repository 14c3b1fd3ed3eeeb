import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Column } from "@/lib/catalog/types";
import type { CatalogVerdict } from "./define";
import { absence } from "./presence";
import type { ColumnTarget } from "./target";
import { tableLabel } from "./wording";

/** The column that the target names, as it is. */
export function columnAt(target: ColumnTarget, catalog: Catalog): Column | undefined {
  const table = catalog.find(target.table);
  return table && columnOf(table, target.column);
}

/** Passing where the column keeps its promise; not checked where there is no such column. */
export function verdictOn(target: ColumnTarget, catalog: Catalog, keeps: (column: Column) => boolean): CatalogVerdict {
  const column = columnAt(target, catalog);
  if (column) return { status: keeps(column) ? "passing" : "failing" };
  return {
    status: "not_checked",
    reason: absence(catalog, [[target.table, [target.column]]]) ?? "The column is not there.",
  };
}

/** "orders.user_id" */
export function columnLabel(target: ColumnTarget): string {
  return `${tableLabel(target.table)}.${target.column}`;
}
