import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ApplyBar } from "@/components/plans/apply-bar";
import { PlanCounts } from "@/components/plans/plan-counts";
import { PlanSample } from "@/components/plans/plan-sample";
import { PlanSteps } from "@/components/plans/plan-steps";
import { planQuery } from "@/components/plans/queries";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

interface ChainPreviewProps {
  id: string;
  mayRepair: boolean;
  onStarted: (runId: string) => void;
}

/** The preview of one step, to be confirmed here. */
export function ChainPreview({ id, mayRepair, onStarted }: ChainPreviewProps) {
  const { data: plan, isError, error, refetch, isFetching } = useQuery(planQuery(id));
  if (isError && !plan) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (!plan) return <Skeleton className="h-40 w-full" />;
  return (
    <>
      <Card>
        <p className="px-4 pt-3 text-lg">{plan.summary}</p>
        <p className="px-4 pb-1">
          <Link href={`/plans/${id}`} className="text-primary hover:underline">
            The whole preview, with its work list
          </Link>
          {plan.willChange === 0 && plan.findingId && (
            <>
              {" · "}
              <Link href={`/findings/${plan.findingId}`} className="text-primary hover:underline">
                Choose for its rows
              </Link>
            </>
          )}
        </p>
        <PlanCounts plan={plan} />
      </Card>
      <ApplyBar plan={plan} mayRepair={mayRepair} onStarted={onStarted} />
      {plan.form === "rows" && plan.sample.length > 0 && (
        <Card aria-labelledby="sample-title">
          <CardHeader>
            <CardTitle id="sample-title">Before → after</CardTitle>
          </CardHeader>
          <CardContent>
            <PlanSample plan={plan} />
          </CardContent>
        </Card>
      )}
      <PlanSteps plan={plan} />
    </>
  );
}
