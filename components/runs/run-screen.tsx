"use client";

import { useQuery } from "@tanstack/react-query";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Run } from "@/lib/runs/types";
import { runCourseQuery } from "./queries";
import { RunCard } from "./run-card";
import { RunCourseCards } from "./run-course";
import { RunLeftRows } from "./run-left-rows";
import { RunLinks } from "./run-links";
import { RunSteps } from "./run-steps";
import { useRun } from "./use-run";

export function RunScreen({ id, mayRepair }: { id: string; mayRepair: boolean }) {
  const { data: run, isPending, isError, error, refetch, isFetching } = useRun(id);
  return (
    <>
      <PageHeader
        title={run?.repairTitle ?? "Run"}
        aside={run && <StatusBadge status={run.status} />}
        description={run ? `${run.schemaName}.${run.tableName}` : <Skeleton className="my-0.5 h-4 w-48" />}
        actions={run && <RunLinks run={run} />}
      />
      <PageBody wide>
        {isPending && (
          <div aria-busy="true" className="flex flex-col gap-4">
            <Card className="h-44" />
            <Card className="h-80" />
          </div>
        )}
        {isError && !run && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {run && <RunBody run={run} mayRepair={mayRepair} />}
      </PageBody>
    </>
  );
}

function RunBody({ run, mayRepair }: { run: Run; mayRepair: boolean }) {
  const { data: course } = useQuery(runCourseQuery(run));
  return (
    <>
      <RunCard run={run} mayRepair={mayRepair} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {leavesRows(run, course?.heldByOthers ?? 0) && <RunLeftRows run={run} />}
          <RunSteps steps={run.steps} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 max-xl:order-first">
          <RunCourseCards run={run} />
        </div>
      </div>
    </>
  );
}

/** It skipped some, somebody holds some, or it came to its end before the end of its list. */
function leavesRows({ form, skipped, remaining, isOver }: Run, held: number): boolean {
  return form === "rows" && (skipped > 0 || held > 0 || (isOver && remaining > 0));
}
