import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { formatAbsolute } from "@/components/ui/format-time";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { runImagesQuery } from "./queries";

const RemoveDialog = dynamic(() => import("./remove-dialog").then((file) => file.RemoveDialog));

/** What quarantine holds of the one run that is searched for. */
export function RunImagesCard({ runId, mayRemove }: { runId: string; mayRemove: boolean }) {
  const [asking, setAsking] = useState<boolean | null>(null);
  const { data, isError, error, refetch, isFetching } = useQuery(runImagesQuery(runId));
  if (isError && !data) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (data?.purged) {
    return (
      <Notice tone="warning" title="The rows of this run are gone">
        <p>
          {formatCount(data.purged.images, "row")} left quarantine on {formatAbsolute(new Date(data.purged.at))}, by{" "}
          {data.purged.by}. The run can no longer be undone; the audit history still names each row.
        </p>
      </Notice>
    );
  }
  return (
    <Card className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      {data ? (
        <p>
          <Link href={`/runs/${runId}`} className="font-medium text-primary hover:underline">
            {data.repairTitle} on {data.table.schema}.{data.table.name}
          </Link>{" "}
          <span className="text-muted-foreground">{formatCount(data.images, "row")} in quarantine</span>
        </p>
      ) : (
        <Skeleton className="h-5 w-80 max-w-full" />
      )}
      {mayRemove && data && (
        <div className="flex items-center gap-3">
          {data.refusal && <p className="text-muted-foreground">{data.refusal}</p>}
          <Button disabled={data.refusal !== null} onClick={() => setAsking(true)}>
            Remove these rows…
          </Button>
        </div>
      )}
      {asking !== null && data && <RemoveDialog images={data} open={asking} onOpenChange={setAsking} />}
    </Card>
  );
}
