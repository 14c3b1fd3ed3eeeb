import { ChangeValue } from "@/components/plans/change-value";
import { fieldChanges, type RowText } from "@/components/plans/field-changes";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** The fields of a repaired row that changed, before → after; a removed or created row is shown whole. */
export function EntryDiff({ before, after }: { before: RowText | null; after: RowText | null }) {
  const changes = fieldChanges(before, after);
  const changed = changes.filter((change) => change.changed);
  const untouched = changes.length - changed.length;
  return (
    <div className="flex flex-col gap-1.5">
      <Table label="Changed fields">
        <TableHead>
          <TableRow>
            <TableHeader>Field</TableHeader>
            <TableHeader>{heading(before, after)}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {changed.map((change) => (
            <TableRow key={change.field}>
              <TableCell className="whitespace-nowrap font-mono text-xs leading-5">{change.field}</TableCell>
              <TableCell className="w-full font-mono text-xs leading-5 [overflow-wrap:anywhere]">
                <ChangeValue change={change} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {untouched > 0 && <p className="text-muted-foreground text-xs">{untouched} other fields did not change.</p>}
    </div>
  );
}

function heading(before: RowText | null, after: RowText | null): string {
  if (after === null) return "The row that was removed";
  return before === null ? "The row that was created" : "Before → after";
}
