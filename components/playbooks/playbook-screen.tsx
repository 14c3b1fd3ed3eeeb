"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ExportMenu } from "@/components/exports/export-menu";
import { Measured } from "@/components/findings/measured";
import { HealthNumbers } from "@/components/overview/health-numbers";
import { ProbeCard } from "@/components/probes/probe-card";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PlaybookView } from "@/lib/playbooks/types";
import { PlaybookStory } from "./playbook-story";
import { playbookQuery } from "./queries";
import { StepCard } from "./step-card";
import { VerificationList } from "./verification-list";

interface PlaybookScreenProps {
  slug: string;
  /** Whether the operator may try its probes. */
  mayTry: boolean;
}

export function PlaybookScreen({ slug, mayTry }: PlaybookScreenProps) {
  const { data: playbook, isPending, isError, error, refetch, isFetching } = useQuery(playbookQuery(slug));
  return (
    <>
      <PageHeader
        title={playbook?.title ?? "Playbook"}
        aside={playbook && <StatusBadge status={playbook.status} />}
        description={playbook?.summary ?? <Skeleton className="my-0.5 h-4 w-96 max-w-full" />}
        actions={
          <>
            <Link href="/playbooks" className="text-primary hover:underline">
              All playbooks
            </Link>
            <Link href={`/playbooks/${encodeURIComponent(slug)}/in-order`} className={buttonVariants()}>
              Run all steps in order
            </Link>
            <ExportMenu path={`/api/playbooks/${encodeURIComponent(slug)}/export`} />
          </>
        }
      />
      <PageBody wide>
        {isPending && (
          <div aria-busy="true" className="flex flex-col gap-4">
            <Card className="h-44" />
            <Card className="h-96" />
          </div>
        )}
        {isError && !playbook && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {playbook && <PlaybookBody playbook={playbook} mayTry={mayTry} />}
      </PageBody>
    </>
  );
}

function PlaybookBody({ playbook, mayTry }: { playbook: PlaybookView; mayTry: boolean }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <StepCard steps={playbook.steps} />
        {playbook.status !== "absent" && <VerificationList slug={playbook.slug} />}
        {playbook.status !== "absent" && <ProbeCard slug={playbook.slug} mayTry={mayTry} />}
      </div>
      <div className="flex min-w-0 flex-col gap-4 max-xl:order-first">
        <Card className="gap-1 px-4 py-3" aria-label="Measured now">
          <p className="text-muted-foreground text-xs">Measured now</p>
          <p className="text-base">
            <HealthNumbers panel={playbook} />
          </p>
          <p className="text-muted-foreground text-xs">
            <Measured at={playbook.measuredAt} how={playbook.how} />
          </p>
        </Card>
        <PlaybookStory playbook={playbook} />
      </div>
    </div>
  );
}
