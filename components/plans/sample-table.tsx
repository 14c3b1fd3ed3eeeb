import { formatKey } from "@/components/findings/row-key";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SampleRow } from "@/lib/plans/types";
import { ChangeValue } from "./change-value";
import { fieldChanges } from "./field-changes";
import { OutcomeBadge } from "./outcome-badge";
import { keyColumnsOf, sampleColumns } from "./sample-columns";
import type { SamplePart } from "./sample-parts";

/** Rows of one table with what becomes of each; only the fields that change, where some do. */
export function SampleTable({ label, part }: { label: string; part: SamplePart }) {
  const { rows, created } = part;
  const keyColumns = keyColumnsOf(rows);
  const columns = sampleColumns(rows);
  const explained = !created && rows.some((row) => row.reason !== null);
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>Outcome</TableHeader>
          {keyColumns.length > 0 && <TableHeader>{keyColumns.join(", ")}</TableHeader>}
          {columns.map((column) => (
            <TableHeader key={column}>{column}</TableHeader>
          ))}
          {explained && <TableHeader>Why</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={JSON.stringify(row.key)}>
            <TableCell>
              <OutcomeBadge row={row} />
            </TableCell>
            {keyColumns.length > 0 && (
              <TableCell className="whitespace-nowrap font-mono text-xs leading-5">{formatKey(row.key)}</TableCell>
            )}
            <FieldCells row={row} columns={columns} />
            {explained && <TableCell className="min-w-64">{row.reason}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function FieldCells({ row, columns }: { row: SampleRow; columns: string[] }) {
  const changes = new Map(fieldChanges(row.before, row.after).map((change) => [change.field, change]));
  return columns.map((column) => {
    const change = changes.get(column) ?? { field: column, before: undefined, after: undefined, changed: false };
    const isLeftAlone = row.outcome !== "change";
    return (
      <TableCell
        key={column}
        title={change.before ?? change.after ?? undefined}
        className="max-w-80 truncate font-mono text-xs leading-5"
      >
        <ChangeValue change={isLeftAlone ? { ...change, changed: false } : change} />
      </TableCell>
    );
  });
}
