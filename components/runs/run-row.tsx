import Link from "next/link";
import { formatCount, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { RunSummary } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

export function RunRow({ run }: { run: RunSummary }) {
  const changed = run.form === "rows" ? formatCount(run.changed, "row") : formatCount(run.changed, "schema change");
  const skipped = run.form === "rows" ? formatNumber(run.skipped) : null;
  return (
    <TableRow className="relative hover:bg-hover">
      <TableCell>
        <StatusBadge plain status={run.status} className="whitespace-nowrap" />
        {!run.isOver && <p className="text-muted-foreground text-xs">{runProgress(run).percent} %</p>}
      </TableCell>
      <TableCell className="w-full min-w-48">
        <Link href={`/runs/${run.id}`} className="font-medium after:absolute after:inset-0 hover:underline">
          {run.repairTitle}
        </Link>
        <p className="text-muted-foreground text-xs [overflow-wrap:anywhere]">{run.reason}</p>
        <p className="text-muted-foreground text-xs [overflow-wrap:anywhere] md:hidden">
          {run.schemaName}.{run.tableName}: {changed} changed{skipped !== null && `, ${skipped} skipped`}
        </p>
        <p className="text-muted-foreground text-xs [overflow-wrap:anywhere] md:hidden">
          {run.actor}, <RelativeTime at={run.startedAt} />
          {run.undoneBy && ", undone"}
        </p>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        {run.schemaName}.{run.tableName}
      </TableCell>
      <TableCell className="whitespace-nowrap text-right max-md:hidden">{changed}</TableCell>
      <TableCell className="text-right max-md:hidden">{skipped ?? "–"}</TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">{run.actor}</TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <RelativeTime at={run.startedAt} />
        {run.undoneBy && <p className="text-muted-foreground text-xs">Undone</p>}
      </TableCell>
    </TableRow>
  );
}
