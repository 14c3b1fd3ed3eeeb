import { formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Finding } from "@/lib/findings/types";
import { Sparkline } from "./sparkline";

const shown = 20;

/** What earlier scans and runs measured: a line, and the same as a table. */
export function FindingHistory({ history }: { history: Finding["history"] }) {
  const newestFirst = history.toReversed().slice(0, shown);
  return (
    <div className="flex flex-col gap-2">
      {history.length > 1 && <Sparkline history={history} />}
      <Table label="Measurements, newest first">
        <TableHead>
          <TableRow>
            <TableHeader>Measured</TableHeader>
            <TableHeader>Status</TableHeader>
            <TableHeader className="text-right">Count</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {newestFirst.map(({ measuredAt, status, count }) => (
            <TableRow key={measuredAt}>
              <TableCell>
                <RelativeTime at={measuredAt} />
              </TableCell>
              <TableCell>
                <StatusBadge plain status={status} />
              </TableCell>
              <TableCell className="text-right">{count === null ? "not known" : formatNumber(count)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
