import { CellValue } from "@/components/findings/cell-value";
import { fieldChanges, type RowText } from "@/components/plans/field-changes";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** A row as it was and as the run left it, side by side, every column; what differs is marked by a word and by colour. */
export function ImageComparison({ before, after }: { before: RowText | null; after: RowText | null }) {
  const fields = fieldChanges(before, after);
  const isUpdate = before !== null && after !== null;
  return (
    <Table label="The row before and after">
      <TableHead>
        <TableRow>
          <TableHeader>Column</TableHeader>
          <TableHeader>Before</TableHeader>
          <TableHeader>After</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map(({ field, before: was, after: became, changed }) => (
          <TableRow key={field} className={cn(changed && isUpdate && "bg-warning-soft")}>
            <TableCell className="min-w-32 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              {field} {changed && isUpdate && <Badge tone="warning">differs</Badge>}
            </TableCell>
            <TableCell className="w-1/2 min-w-28 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              {before === null ? <Nothing text="not there" /> : <CellValue value={was} />}
            </TableCell>
            <TableCell className="w-1/2 min-w-28 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              {after === null ? <Nothing text="removed" /> : <CellValue value={became} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Nothing({ text }: { text: string }) {
  return <span className="text-muted-foreground italic">{text}</span>;
}
