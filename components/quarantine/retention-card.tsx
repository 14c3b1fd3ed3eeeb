import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { Retention } from "@/lib/quarantine/types";
import { formatBytes } from "./format-bytes";
import { LeavingNotice } from "./leaving-notice";
import { retentionQuery } from "./queries";

const RetentionDialog = dynamic(() => import("./retention-dialog").then((file) => file.RetentionDialog));

/** How long rows are kept, how much there is, and what is about to go. */
export function RetentionCard({ mayDecide }: { mayDecide: boolean }) {
  const [deciding, setDeciding] = useState<boolean | null>(null);
  const { data: retention, isError, error, refetch, isFetching } = useQuery(retentionQuery);
  if (isError && !retention) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  return (
    <>
      {retention && <LeavingNotice retention={retention} />}
      <Card
        aria-label="Retention"
        className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
      >
        {retention ? <Kept retention={retention} /> : <Skeleton className="h-5 w-96 max-w-full" />}
        <div className="flex items-center gap-3">
          {!mayDecide && <p className="text-muted-foreground">Admins decide this.</p>}
          <Button disabled={!mayDecide || !retention} onClick={() => setDeciding(true)}>
            Change…
          </Button>
        </div>
      </Card>
      {deciding !== null && retention && (
        <RetentionDialog retention={retention} open={deciding} onOpenChange={setDeciding} />
      )}
    </>
  );
}

function Kept({ retention: { keepDays, setBy, bytes, oldest } }: { retention: Retention }) {
  return (
    <p>
      {keepDays === null
        ? "Rows are kept for good."
        : `Rows are kept for ${formatCount(keepDays, "day")} after their run, as ${setBy} decided.`}{" "}
      <span className="text-muted-foreground">
        {formatBytes(bytes)} on disk
        {oldest && (
          <>
            , the oldest <RelativeTime at={oldest} />
          </>
        )}
        .
      </span>
    </p>
  );
}
