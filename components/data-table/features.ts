import { type ColumnDef, columnVisibilityFeature, rowSortingFeature, tableFeatures } from "@tanstack/react-table";

export interface DataColumnMeta {
  /** Numbers end where the column ends. */
  align?: "end";
  /** Tailwind width classes; a column without gets the usual ones. */
  className?: string;
  /** What Ctrl+C on a cell puts on the clipboard. */
  copy?: (row: Record<string, unknown>) => string;
}

/** Only what the table does itself: the server sorts and pages. */
export const dataTableFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: {} as DataColumnMeta,
});

export type DataColumn = ColumnDef<typeof dataTableFeatures, Record<string, unknown>>;
