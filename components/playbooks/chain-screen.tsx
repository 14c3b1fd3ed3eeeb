"use client";

import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChainState } from "@/lib/playbook-views/get-next-step";
import { ChainPreview } from "./chain-preview";
import { ChainRun } from "./chain-run";
import { useChain } from "./use-chain";

/** The steps of a playbook one after the other: each is previewed, confirmed and proved before the next is previewed. */
export function ChainScreen({ slug, mayRepair }: { slug: string; mayRepair: boolean }) {
  const { place, state, goOn, started } = useChain(slug);
  const { data, isError, error, refetch, isFetching } = state;
  return (
    <>
      <PageHeader
        title={data?.title ?? "Playbook"}
        description="Step by step, in order. Nothing runs that was not previewed and confirmed; it stops at the first step that is not proved, and goes on there."
        actions={
          <Link href={`/playbooks/${slug}`} className="text-primary hover:underline">
            The playbook
          </Link>
        }
      />
      <PageBody wide>
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {!data && !isError && <Skeleton className="h-16 w-full" />}
        {data && <Where state={data} />}
        {goOn.error && (
          <Notice tone="danger" title="The next step could not be previewed">
            <p>{goOn.error.message}</p>
          </Notice>
        )}
        {place.run !== null && (
          <ChainRun key={place.run} id={place.run} onNext={() => goOn.mutate()} pending={goOn.isPending} />
        )}
        {place.run === null && place.plan !== null && (
          <ChainPreview key={place.plan} id={place.plan} mayRepair={mayRepair} onStarted={started} />
        )}
        {data && place.run === null && place.plan === null && data.next.kind === "repair" && (
          <Card className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <p className="text-muted-foreground">
              {mayRepair ? data.next.step.why : "You are signed in as a viewer. Operators repair."}
            </p>
            <Button
              variant="primary"
              disabled={!mayRepair}
              pending={goOn.isPending || isFetching}
              onClick={() => goOn.mutate()}
            >
              {data.runId === null ? `Preview step ${data.next.number}` : "Show its run"}
            </Button>
          </Card>
        )}
      </PageBody>
    </>
  );
}

function Where({ state: { done, total, next } }: { state: ChainState }) {
  return (
    <>
      <Card className="gap-2 px-4 py-3" aria-label="How far it is">
        <p role="status" className="text-lg">
          {next.kind === "healthy" ? "Every step is done." : `Step ${next.number}: ${next.step.title}`}
        </p>
        <div className="flex items-center gap-3 text-muted-foreground">
          {total > 0 && <Progress label="Steps done" value={done} max={total} className="w-40" />}
          {done} of {total} done
        </div>
      </Card>
      {next.kind === "stopped" && (
        <Notice tone="warning" title={`It stopped at step ${next.number}`}>
          <p>{next.reason}</p>
        </Notice>
      )}
    </>
  );
}
