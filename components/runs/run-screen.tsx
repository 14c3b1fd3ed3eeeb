"use client";

import { ExportMenu } from "@/components/exports/export-menu";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { RunFacts } from "./run-facts";
import { RunLinks } from "./run-links";
import { RunSkippedRows } from "./run-skipped-rows";
import { RunState } from "./run-state";
import { RunSteps } from "./run-steps";
import { UndoButton } from "./undo-button";
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
        {run && (
          <>
            <Card>
              <CardContent className="flex flex-col gap-4">
                <p className="text-lg">{run.summary}</p>
                <RunFacts run={run} />
                <RunState run={run} />
              </CardContent>
              {run.isOver && (
                <CardFooter>
                  <UndoButton run={run} mayRepair={mayRepair} />
                  <ExportMenu path={`/api/runs/${run.id}/export`} />
                </CardFooter>
              )}
            </Card>
            {run.skipped > 0 && run.isOver && <RunSkippedRows run={run} />}
            <RunSteps steps={run.steps} />
          </>
        )}
      </PageBody>
    </>
  );
}
