import Link from "next/link";
import { formatCount, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { RunSummary } from "@/lib/runs/types";

export function RunRow({ run }: { run: RunSummary }) {
  return (
    <TableRow className="hover:bg-hover">
      <TableCell>
        <StatusBadge plain status={run.status} />
      </TableCell>
      <TableCell className="w-full min-w-48">
        <Link href={`/runs/${run.id}`} className="font-medium hover:underline">
          {run.repairTitle}
        </Link>
        <p className="text-muted-foreground text-xs">{run.reason}</p>
        <p className="text-muted-foreground text-xs md:hidden">
          {run.schemaName}.{run.tableName}, <RelativeTime at={run.startedAt} />
        </p>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        {run.schemaName}.{run.tableName}
      </TableCell>
      <TableCell className="whitespace-nowrap text-right">
        {run.form === "rows" ? formatCount(run.changed, "row") : formatCount(run.changed, "schema change")}
      </TableCell>
      <TableCell className="text-right">{run.form === "rows" ? formatNumber(run.skipped) : "–"}</TableCell>
      <TableCell className="whitespace-nowrap">{run.actor}</TableCell>
      <TableCell className="whitespace-nowrap">
        <RelativeTime at={run.startedAt} />
        {run.undoneBy && <p className="text-muted-foreground text-xs">Undone</p>}
      </TableCell>
    </TableRow>
  );
}
