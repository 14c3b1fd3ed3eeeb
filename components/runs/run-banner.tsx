import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { measuredQueryKeys } from "@/components/overview/queries";
import { cn } from "@/components/ui/cn";
import { statusWords } from "@/components/ui/status-badge";
import type { TableName } from "@/lib/catalog/types";
import { underWayQuery } from "./queries";
import { runProgress } from "./run-progress";
import { runsOn } from "./runs-on";

/** Says that a run is changing the table on the screen, and reads the screen again when it has ended. */
export function RunBanner({ tables, className }: { tables: readonly TableName[]; className?: string }) {
  const client = useQueryClient();
  const { data } = useQuery(underWayQuery);
  const runs = runsOn(data ?? [], tables);
  const count = useRef(0);
  useEffect(() => {
    const ended = runs.length < count.current;
    count.current = runs.length;
    if (ended) for (const key of measuredQueryKeys) client.invalidateQueries({ queryKey: [key] });
  }, [client, runs.length]);
  return runs.map((run) => (
    <div
      key={run.id}
      role="note"
      className={cn("flex gap-2 rounded-md bg-info-soft px-3 py-2 tabular-nums", className)}
    >
      <LoaderCircle
        aria-hidden
        className={cn("mt-0.5 size-4 shrink-0 text-info", run.status === "running" && "animate-spin")}
      />
      <p>
        A run is on: {run.repairTitle} of {run.schemaName}.{run.tableName}, by {run.actor}. {statusWords(run.status)},{" "}
        {runProgress(run).percent} %.{" "}
        <Link href={`/runs/${run.id}`} className="whitespace-nowrap font-medium text-primary hover:underline">
          See the run
        </Link>
      </p>
    </div>
  ));
}
