import Link from "next/link";
import { Sparkline } from "@/components/findings/sparkline";
import { formatNumber } from "@/components/ui/format";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CheckTrend } from "@/lib/overview/get-trends";

/** Each check that finds something, with how many findings it had after the last scans. */
export function TrendTable({ checks }: { checks: CheckTrend[] }) {
  return (
    <Table label="Checks, the worst first">
      <TableHead>
        <TableRow>
          <TableHeader>Check</TableHeader>
          <TableHeader>Severity</TableHeader>
          <TableHeader className="text-right">Failing</TableHeader>
          <TableHeader>Over the last scans</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {checks.map(({ check, title, severity, points }) => (
          <TableRow key={check}>
            <TableCell className="min-w-44">
              <Link href={`/findings?check=${check}`} className="font-medium hover:underline">
                {title}
              </Link>
            </TableCell>
            <TableCell>
              <SeverityBadge severity={severity} />
            </TableCell>
            <TableCell className="text-right tabular-nums">{lastOf(points)}</TableCell>
            <TableCell className="py-0 align-middle">
              <Sparkline
                history={points.map(({ at, findings }) => ({ measuredAt: at, status: "failing", count: findings }))}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function lastOf(points: CheckTrend["points"]): string {
  const last = points.at(-1)?.findings;
  return last === null || last === undefined ? "not known" : formatNumber(last);
}
