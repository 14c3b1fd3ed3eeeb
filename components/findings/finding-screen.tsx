"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RunBanner } from "@/components/runs/run-banner";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Finding } from "@/lib/findings/types";
import { DismissalCard } from "./dismissal-card";
import { FindingFacts } from "./finding-facts";
import { FindingHistory } from "./finding-history";
import { FindingMarks } from "./finding-marks";
import { FindingRecords } from "./finding-records";
import { findingQuery } from "./queries";
import { RepairList } from "./repair-list";
import { RestsOn } from "./rests-on";

export function FindingScreen({ id, mayRepair }: { id: string; mayRepair: boolean }) {
  const { data: finding, isPending, isError, error, refetch, isFetching } = useQuery(findingQuery(id));
  return (
    <>
      <PageHeader
        title={finding?.title ?? "Finding"}
        aside={
          finding && (
            <>
              <StatusBadge status={finding.status} />
              {finding.status === "failing" && <SeverityBadge severity={finding.severity} />}
              <FindingMarks finding={finding} />
            </>
          )
        }
        description={
          finding ? (
            <span className="break-all font-mono text-xs">{finding.targetLabel}</span>
          ) : (
            isPending && <Skeleton className="my-0.5 h-4 w-80 max-w-full" />
          )
        }
        actions={
          <Link href="/findings" className="text-primary hover:underline">
            All findings
          </Link>
        }
      />
      <PageBody wide>
        {isPending && <FindingSkeleton />}
        {isError && !finding && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {finding && <FindingBody finding={finding} mayRepair={mayRepair} />}
      </PageBody>
    </>
  );
}

function FindingBody({ finding, mayRepair }: { finding: Finding; mayRepair: boolean }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <RunBanner tables={[finding.target.table]} />
        {finding.status === "not_checked" && (
          <Notice tone="warning" title="This could not be checked, so nothing is known">
            <p>{finding.reason}</p>
          </Notice>
        )}
        <Card>
          <CardContent className="flex flex-col gap-4">
            <div className="flex flex-col gap-1.5">
              <p className="text-lg">{finding.message}</p>
              <p className="max-w-3xl text-muted-foreground">{finding.why}</p>
              <Link href={`/checks/${finding.check}`} className="self-start text-primary hover:underline">
                More about this check
              </Link>
            </div>
            <FindingFacts finding={finding} />
          </CardContent>
        </Card>
        {finding.referenceId !== null && <RestsOn id={finding.referenceId} mayDecide={mayRepair} />}
      </div>
      <div className="flex min-w-0 flex-col gap-4 xl:row-span-2">
        <RepairList finding={finding} mayRepair={mayRepair} />
        <DismissalCard finding={finding} mayDecide={mayRepair} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {finding.form === "row" && finding.status === "failing" && (
          <Card aria-labelledby="records-title">
            <CardHeader>
              <CardTitle id="records-title">The records themselves</CardTitle>
            </CardHeader>
            <CardContent>
              <FindingRecords finding={finding} />
            </CardContent>
          </Card>
        )}
        {finding.sqlToSee && (
          <Card aria-labelledby="sql-title">
            <CardHeader>
              <CardTitle id="sql-title">See it yourself</CardTitle>
            </CardHeader>
            <CardContent>
              <CodeBlock code={finding.sqlToSee} />
            </CardContent>
          </Card>
        )}
        {finding.history.length > 0 && (
          <Card aria-labelledby="history-title">
            <CardHeader>
              <CardTitle id="history-title">History</CardTitle>
            </CardHeader>
            <CardContent>
              <FindingHistory history={finding.history} />
            </CardContent>
          </Card>
        )}
      </div>
    </div>
  );
}

function FindingSkeleton() {
  return (
    <div aria-busy="true" className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <Card className="h-44 gap-3 p-4">
        <Skeleton className="h-6 w-96 max-w-full" />
        <Skeleton className="h-4 w-full" />
      </Card>
      <Card className="h-80 gap-3 p-4">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-24 w-full" />
      </Card>
    </div>
  );
}
