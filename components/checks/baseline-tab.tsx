import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { TakeBaselineInput } from "@/lib/triage/take-baseline";
import { BaselineDialog } from "./baseline-dialog";
import { baselineQuery } from "./queries";

/** What is known and does not count, who decided that, and the way to change it. */
export function BaselineTab({ mayTake }: { mayTake: boolean }) {
  const { data: baseline, isPending, isError, error, refetch, isFetching } = useQuery(baselineQuery);
  const [asked, setAsked] = useState<TakeBaselineInput["known"] | null>(null);
  const [open, setOpen] = useState(false);
  const ask = (known: TakeBaselineInput["known"]) => {
    setAsked(known);
    setOpen(true);
  };
  return (
    <Card aria-labelledby="baseline-title" className="max-w-3xl">
      <CardHeader>
        <CardTitle id="baseline-title">Known today</CardTitle>
      </CardHeader>
      {isError && baseline === undefined ? (
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      ) : (
        <CardContent className="flex flex-col gap-2">
          {isPending && <Skeleton className="h-5 w-96 max-w-full" />}
          {baseline === null && <p className="font-medium">Everything that fails counts: no baseline was taken.</p>}
          {baseline && (
            <p className="font-medium">
              {formatCount(baseline.findings, "finding is", "findings are")} known: {baseline.takenBy} took the baseline{" "}
              <RelativeTime at={baseline.takenAt} />.
            </p>
          )}
          <p className="text-muted-foreground">
            A baseline says of everything that fails at that moment that it is known. It stays in the lists, marked
            “Known”, and no longer counts on the overview; only what is new, or has grown since, fails. Use it to begin
            with an old database, so that new faults are seen among the old ones.
          </p>
        </CardContent>
      )}
      <CardFooter>
        <Button variant="primary" disabled={!mayTake || baseline === undefined} onClick={() => ask("today")}>
          Take everything that fails today as known…
        </Button>
        {baseline && (
          <Button disabled={!mayTake} onClick={() => ask("none")}>
            Count everything again…
          </Button>
        )}
        {!mayTake && <p className="text-muted-foreground text-xs">Admins decide this, because it is for everybody.</p>}
      </CardFooter>
      {asked && (
        <BaselineDialog key={asked} known={asked} baseline={baseline ?? null} open={open} onOpenChange={setOpen} />
      )}
    </Card>
  );
}
