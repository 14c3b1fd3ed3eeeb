import { formatKey } from "@/components/findings/row-key";
import { RelativeTime } from "@/components/ui/relative-time";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditEntry } from "@/lib/audit/types";

/** The history, newest first. An entry opens to its details; there is nothing else to do with it. */
export function AuditTable({ entries, onOpen }: { entries: AuditEntry[]; onOpen: (id: string) => void }) {
  return (
    <Table label="Audit history, newest first">
      <TableHead>
        <TableRow>
          <TableHeader className="text-right max-md:hidden">No.</TableHeader>
          <TableHeader>When</TableHeader>
          <TableHeader>Type</TableHeader>
          <TableHeader className="max-md:hidden">What happened</TableHeader>
          <TableHeader className="max-md:hidden">Record</TableHeader>
          <TableHeader className="max-md:hidden">Operator</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id} className="relative hover:bg-hover">
            <TableCell className="text-right text-muted-foreground max-md:hidden">{entry.seq ?? "–"}</TableCell>
            <TableCell>
              <RelativeTime at={entry.createdAt} />
            </TableCell>
            <TableCell>
              <button
                type="button"
                onClick={() => onOpen(entry.id)}
                className="rounded-sm text-left font-mono max-md:[overflow-wrap:anywhere] text-xs leading-5 after:absolute after:inset-0 hover:underline"
              >
                {entry.errorType}
              </button>
              <p className="line-clamp-3 md:hidden">{entry.message}</p>
            </TableCell>
            <TableCell className="w-full min-w-72 max-md:hidden">
              <span className="flex items-baseline gap-2">
                <EntrySeverity severity={entry.severity} />
                <span className="line-clamp-2">{entry.message}</span>
              </span>
            </TableCell>
            <TableCell className="max-w-64 truncate max-md:hidden">
              {entry.tableName}
              {entry.recordKey && (
                <span className="block truncate font-mono text-muted-foreground text-xs">
                  {formatKey(entry.recordKey)}
                </span>
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap max-md:hidden">
              {entry.actor ?? <span className="text-muted-foreground">–</span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Ordinary events need no badge; what went wrong does. */
function EntrySeverity({ severity }: { severity: string | null }) {
  return severity === "error" || severity === "warning" ? <SeverityBadge severity={severity} /> : null;
}
