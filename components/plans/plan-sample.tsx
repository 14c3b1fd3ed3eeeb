import { formatKey } from "@/components/findings/row-key";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SampleRow } from "@/lib/plans/types";
import { ChangeValue } from "./change-value";
import { fieldChanges } from "./field-changes";
import { OutcomeBadge } from "./outcome-badge";
import { sampleColumns } from "./sample-columns";

/** A few of the previewed rows, before → after. */
export function PlanSample({ sample }: { sample: SampleRow[] }) {
  const columns = sampleColumns(sample);
  const explained = sample.some((row) => row.reason !== null);
  return (
    <Table label="Sample of the previewed rows, before and after">
      <TableHead>
        <TableRow>
          <TableHeader>Outcome</TableHeader>
          <TableHeader>{Object.keys(sample[0]?.key ?? {}).join(", ") || "Key"}</TableHeader>
          {columns.map((column) => (
            <TableHeader key={column}>{column}</TableHeader>
          ))}
          {explained && <TableHeader>Why</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {sample.map((row) => {
          const changes = new Map(fieldChanges(row.before, row.after).map((change) => [change.field, change]));
          const settled = row.outcome !== "change";
          return (
            <TableRow key={JSON.stringify(row.key)}>
              <TableCell>
                <OutcomeBadge row={row} />
              </TableCell>
              <TableCell className="whitespace-nowrap font-mono text-xs leading-5">{formatKey(row.key)}</TableCell>
              {columns.map((column) => {
                const change = changes.get(column) ?? {
                  field: column,
                  before: undefined,
                  after: undefined,
                  changed: false,
                };
                return (
                  <TableCell
                    key={column}
                    title={change.before ?? undefined}
                    className="max-w-80 truncate font-mono text-xs leading-5"
                  >
                    <ChangeValue change={settled ? { ...change, changed: false } : change} />
                  </TableCell>
                );
              })}
              {explained && <TableCell className="min-w-64">{row.reason}</TableCell>}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
