import Link from "next/link";
import { formatKey } from "@/components/findings/row-key";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { QuarantinedRow } from "@/lib/quarantine/types";
import { ChangeBadge } from "./change-badge";

/** Rows that runs changed, newest first. Each opens to what it was and what became of it. */
export function QuarantineTable({ rows, onOpen }: { rows: QuarantinedRow[]; onOpen: (id: string) => void }) {
  return (
    <Table label="Rows in quarantine, newest first">
      <TableHead>
        <TableRow>
          <TableHeader>Key</TableHeader>
          <TableHeader>Table</TableHeader>
          <TableHeader>Change</TableHeader>
          <TableHeader className="max-md:hidden">Columns</TableHeader>
          <TableHeader className="max-md:hidden">Run</TableHeader>
          <TableHeader className="max-sm:hidden">When</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id} className="hover:bg-hover">
            <TableCell className="max-w-72 max-sm:max-w-36">
              <button
                type="button"
                onClick={() => onOpen(row.id)}
                className="min-h-6 max-w-full truncate rounded-sm text-left font-mono text-primary text-xs hover:underline"
              >
                {formatKey(row.key)}
              </button>
            </TableCell>
            <TableCell className="max-w-56 truncate max-sm:max-w-28">{row.tableName}</TableCell>
            <TableCell>
              <ChangeBadge change={row.change} />
            </TableCell>
            <TableCell className="max-w-80 truncate font-mono text-xs leading-5 max-md:hidden">
              {row.changed.length > 0 ? row.changed.join(", ") : <span className="text-muted-foreground">all</span>}
            </TableCell>
            <TableCell className="w-full max-md:hidden">
              <Link href={`/runs/${row.runId}`} className="text-primary hover:underline">
                {row.repairTitle}
              </Link>
            </TableCell>
            <TableCell className="max-sm:hidden">
              <RelativeTime at={row.at} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
