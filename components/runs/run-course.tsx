import { useQuery } from "@tanstack/react-query";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import type { Run } from "@/lib/runs/types";
import { BatchPlot } from "./batch-plot";
import { runCourseQuery } from "./queries";
import { RunEvents } from "./run-events";

/** How the run went until now: its pace, batch by batch, and what happened to it. */
export function RunCourseCards({ run }: { run: Run }) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(runCourseQuery(run));
  return (
    <>
      {run.form === "rows" && run.batches > 1 && (
        <Card aria-labelledby="pace-title">
          <CardHeader>
            <CardTitle id="pace-title">Pace</CardTitle>
          </CardHeader>
          <CardContent className="flex min-h-44 flex-col gap-3">
            {data && <BatchPlot points={data.points} />}
            {data && data.heldByOthers > 0 && (
              <p className="text-muted-foreground">
                {formatCount(data.heldByOthers, "row")} held by somebody else when their turn came; they come last.
              </p>
            )}
          </CardContent>
        </Card>
      )}
      <Card aria-labelledby="events-title">
        <CardHeader>
          <CardTitle id="events-title">Events</CardTitle>
        </CardHeader>
        <CardContent>
          {isPending && <Skeleton className="h-24 w-full" />}
          {isError && !data && <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />}
          {data && <RunEvents course={data} />}
        </CardContent>
      </Card>
    </>
  );
}
