"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, SearchX } from "lucide-react";
import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { FindingPage } from "@/lib/findings/browse-findings";
import { useFindingFilter } from "./finding-filter";
import { FindingFilters } from "./finding-filters";
import { FindingGroups } from "./finding-groups";
import { ListSkeleton } from "./list-skeleton";
import { findingsQuery } from "./queries";

export function FindingsScreen() {
  const filtering = useFindingFilter();
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(findingsQuery(filtering.filter));
  return (
    <>
      <PageHeader title="Findings" description="Every rule that was checked, and the rows and columns that break it." />
      <PageBody wide>
        <FindingFilters {...filtering} facets={data?.facets} />
        {isPending && <ListSkeleton label="Reading the findings" />}
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {data && data.total > data.findings.length && (
          <Notice tone="info" title={`The worst ${data.findings.length} of ${formatNumber(data.total)} findings`}>
            <p>Narrow the filters to see the others.</p>
          </Notice>
        )}
        {data && data.total > 0 && <FindingGroups findings={data.findings} by={filtering.by} />}
        {data?.total === 0 && (
          <Card>
            {isScanned(data) && !filtering.filtered ? (
              <EmptyState
                icon={CircleCheck}
                title="Nothing needs attention"
                description="Everything that was checked passes, is known or was dismissed."
                action={
                  <Button onClick={() => filtering.set({ status: "any", standing: "any" })}>Show all findings</Button>
                }
              />
            ) : filtering.filtered ? (
              <EmptyState
                icon={SearchX}
                title="No finding matches"
                description="Nothing that was checked fits these filters."
                action={<Button onClick={filtering.clear}>Clear filters</Button>}
              />
            ) : (
              <EmptyState
                title="Nothing has been checked yet"
                description="Findings appear with the first scan of the database."
                action={
                  <Link href="/" className={buttonVariants({ variant: "outline" })}>
                    Go to the overview
                  </Link>
                }
              />
            )}
          </Card>
        )}
      </PageBody>
    </>
  );
}

function isScanned({ facets }: FindingPage): boolean {
  return facets.status.length > 0;
}
