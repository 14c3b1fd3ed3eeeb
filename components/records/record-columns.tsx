import type { DataColumn } from "@/components/data-table/features";
import type { RecordMark } from "@/lib/findings/types";
import type { ColumnKind, RecordDefinition } from "@/lib/records/define";
import { MarkLink } from "./mark-link";
import { RecordValue } from "./record-value";
import { valueText } from "./value-text";

const numeric = new Set<ColumnKind>(["number", "money", "phone", "id"]);

/** The table's columns: the definition's that the database has, with the findings after the first. */
export function recordColumns(
  record: RecordDefinition,
  present: readonly string[] | null,
  marks: Record<string, RecordMark[]>,
): DataColumn[] {
  const [first, ...others] = record.columns
    .filter(({ key }) => present === null || present.includes(key))
    .map<DataColumn>((column) => ({
      id: column.key,
      accessorFn: (row) => row[column.key],
      header: column.label,
      enableSorting: column.sortable === true,
      cell: ({ getValue, row }) => (
        <RecordValue value={getValue()} kind={column.kind} currency={row.original.currency} />
      ),
      meta: {
        align: column.kind === "number" || column.kind === "money" ? "end" : undefined,
        className: numeric.has(column.kind) ? "tabular-nums" : undefined,
        copy: (row) => valueText(row[column.key]),
      },
    }));
  const findings: DataColumn = {
    id: "findings",
    header: "Findings",
    enableSorting: false,
    cell: ({ row }) => {
      const [mark, ...more] = marks[String(row.original[record.key])] ?? [];
      return mark ? <MarkLink mark={mark} more={more.length} tabIndex={-1} /> : null;
    },
    meta: { className: "max-w-56" },
  };
  return first ? [first, findings, ...others] : [findings];
}
