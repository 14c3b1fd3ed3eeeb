import { useQuery } from "@tanstack/react-query";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ProbeItem } from "./probe-item";
import { probesQuery } from "./queries";
import { TryProbesButton } from "./try-probes-button";

/** The write scenarios of a playbook, and what they came to last. */
export function ProbeCard({ slug, mayTry }: { slug: string; mayTry: boolean }) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(probesQuery(slug));
  return (
    <Card aria-labelledby="probes-title">
      <CardHeader>
        <div className="flex flex-col gap-0.5">
          <CardTitle id="probes-title">Probes</CardTitle>
          <CardDescription>
            The document’s writes, tried for real and always rolled back. Only sequences go on.
          </CardDescription>
        </div>
        {mayTry && <TryProbesButton probe={slug} label="Try all" spoken="Try all probes of this playbook" />}
      </CardHeader>
      {isPending && (
        <div className="flex h-24 flex-col gap-3 p-4">
          <Skeleton className="h-5 w-64" />
        </div>
      )}
      {isError && !data && <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />}
      {data && (
        <ul className="divide-y">
          {data.map((probe) => (
            <ProbeItem key={probe.id} probe={probe} mayTry={mayTry} />
          ))}
        </ul>
      )}
      {!mayTry && data && (
        <p className="border-t px-4 py-2 text-muted-foreground text-xs">
          Operators try probes, because they write to the tables before they take it back.
        </p>
      )}
    </Card>
  );
}
