import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import type { VerificationView } from "@/lib/playbooks/types";
import { verificationQuery } from "./queries";
import { VerificationItem } from "./verification-item";

/** The document's own verification queries, run live. */
export function VerificationList({ slug }: { slug: string }) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(verificationQuery(slug));
  return (
    <Card aria-labelledby="verification-title">
      <CardHeader>
        <div className="flex flex-col gap-0.5">
          <div className="flex flex-wrap items-center gap-2">
            <CardTitle id="verification-title">The document’s verification</CardTitle>
            {data && <Verdict verifications={data} />}
          </div>
          <CardDescription>Its queries, run live and read-only against this database.</CardDescription>
        </div>
        <Button size="sm" pending={isFetching} onClick={() => refetch()}>
          {!isFetching && <RotateCw aria-hidden />}
          Run again
        </Button>
      </CardHeader>
      {isPending && (
        <div className="flex h-40 flex-col gap-3 p-4">
          <Skeleton className="h-5 w-64" />
          <Skeleton className="h-20 w-full" />
        </div>
      )}
      {isError && !data && <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />}
      {data && (
        <ul className="divide-y">
          {data.map((verification) => (
            <VerificationItem key={verification.id} verification={verification} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Verdict({ verifications }: { verifications: VerificationView[] }) {
  const passed = verifications.filter(({ status }) => status === "passed").length;
  if (passed === verifications.length) return <StatusBadge status="done" />;
  return <StatusBadge status="to_do" label={`Not done: ${passed} of ${verifications.length} pass`} />;
}
