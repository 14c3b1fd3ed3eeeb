import Link from "next/link";
import { RunState } from "@/components/runs/run-state";
import { useRun } from "@/components/runs/use-run";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";

interface ChainRunProps {
  id: string;
  onNext: () => void;
  pending: boolean;
}

/** The run of one step. Only where it succeeded and was proved does the chain go on. */
export function ChainRun({ id, onNext, pending }: ChainRunProps) {
  const { data: run, isError, error, refetch, isFetching } = useRun(id);
  if (isError && !run) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (!run) return <Skeleton className="h-40 w-full" />;
  const isProved = run.status === "succeeded" && run.verification?.passed !== false;
  return (
    <Card>
      <CardContent className="flex flex-col gap-4">
        <p className="text-lg">
          {run.summary} <StatusBadge status={run.status} />
        </p>
        <RunState run={run} />
      </CardContent>
      <CardFooter>
        {isProved && (
          <Button variant="primary" pending={pending} onClick={onNext}>
            Preview the next step
          </Button>
        )}
        <Link href={`/runs/${id}`} className="text-primary hover:underline">
          {run.isOver && !isProved ? "It stops here: see the run, and undo or repeat it" : "The run"}
        </Link>
      </CardFooter>
    </Card>
  );
}
