"use client";

import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import Link from "next/link";
import { ExportMenu } from "@/components/exports/export-menu";
import { RunBanner } from "@/components/runs/run-banner";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Plan } from "@/lib/plans/types";
import { ApplyBar } from "./apply-bar";
import { NarrowedNotice } from "./narrowed-notice";
import { PlanCounts } from "./plan-counts";
import { PlanItems } from "./plan-items";
import { PlanSample } from "./plan-sample";
import { PlanSteps } from "./plan-steps";
import { planQuery } from "./queries";

export function PlanScreen({ id, mayRepair }: { id: string; mayRepair: boolean }) {
  const { data: plan, isPending, isError, error, refetch, isFetching } = useQuery(planQuery(id));
  return (
    <>
      <PageHeader
        title={plan?.repairTitle ?? "Preview"}
        aside={<Badge tone="primary">Preview</Badge>}
        description={plan ? `${plan.schemaName}.${plan.tableName}` : <Skeleton className="my-0.5 h-4 w-48" />}
        actions={plan && <PlanOrigin plan={plan} />}
      />
      <PageBody wide>
        {isPending && <PlanSkeleton />}
        {isError && !plan && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {plan && <RunBanner tables={[{ schema: plan.schemaName, name: plan.tableName }]} />}
        {plan && <PlanBody plan={plan} mayRepair={mayRepair} />}
      </PageBody>
    </>
  );
}

function PlanOrigin({ plan }: { plan: Plan }) {
  const link = "text-primary hover:underline";
  return (
    <>
      {plan.undoOf && (
        <Link href={`/runs/${plan.undoOf}`} className={link}>
          The run it undoes
        </Link>
      )}
      {plan.findingId && (
        <Link href={`/findings/${plan.findingId}`} className={link}>
          The finding
        </Link>
      )}
      <ExportMenu path={`/api/plans/${plan.id}/export`} />
    </>
  );
}

function PlanBody({ plan, mayRepair }: { plan: Plan; mayRepair: boolean }) {
  return (
    <>
      <Card>
        <p className="px-4 pt-3 pb-1 text-lg">{plan.summary}</p>
        {plan.narrowing && <NarrowedNotice plan={plan} mayRepair={mayRepair} />}
        <PlanCounts plan={plan} />
      </Card>
      <ApplyBar plan={plan} mayRepair={mayRepair} />
      {plan.effects.length > 0 && (
        <Card aria-labelledby="effects-title">
          <CardHeader>
            <CardTitle id="effects-title">What else it touches</CardTitle>
          </CardHeader>
          <CardContent>
            <ul className="flex flex-col gap-1.5">
              {plan.effects.map((effect) => (
                <li key={effect} className="flex gap-2">
                  <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
                  {effect}
                </li>
              ))}
            </ul>
          </CardContent>
        </Card>
      )}
      {plan.form === "rows" && (
        <Card aria-labelledby="sample-title">
          <CardHeader>
            <CardTitle id="sample-title">Before → after</CardTitle>
            {plan.sample.length > 0 && <CardDescription>A sample of {plan.sample.length} rows</CardDescription>}
          </CardHeader>
          <CardContent>
            {plan.sample.length > 0 ? (
              <PlanSample plan={plan} />
            ) : (
              <EmptyState title="No row has this fault now" className="py-6" />
            )}
          </CardContent>
        </Card>
      )}
      <PlanSteps plan={plan} />
      {plan.form === "rows" && plan.sample.length > 0 && (
        <Card aria-labelledby="items-title">
          <CardHeader className="border-b-0">
            <CardTitle id="items-title">The work list</CardTitle>
            <CardDescription>The run touches these rows and no others.</CardDescription>
          </CardHeader>
          <PlanItems plan={plan} mayNarrow={mayRepair && mayNarrow(plan)} />
        </Card>
      )}
    </>
  );
}

function mayNarrow({ findingId, undoOf, runId }: Plan): boolean {
  return (findingId !== null || undoOf !== null) && runId === null;
}

function PlanSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <p role="status" className="sr-only">
        Reading the preview
      </p>
      <Card className="h-33 gap-4 p-4">
        <Skeleton className="h-6 w-96 max-w-full" />
        <Skeleton className="h-8 w-64 max-w-full" />
      </Card>
      <Card className="h-14" />
      <Card className="h-80" />
    </div>
  );
}
