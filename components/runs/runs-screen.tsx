"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { ExportMenu } from "@/components/exports/export-menu";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { runsQuery } from "./queries";
import { useRunFilter } from "./run-filter";
import { RunFilters } from "./run-filters";
import { RunsTable } from "./runs-table";

export function RunsScreen() {
  const filtering = useRunFilter();
  const { filter, turnTo, clear, filtered } = filtering;
  const { data, isPending, isError, error, refetch, isFetching, isPlaceholderData } = useQuery(runsQuery(filter));
  const older = data?.nextCursor;
  return (
    <>
      <PageHeader
        title="Runs"
        description="Every repair and undo that was started, newest first."
        actions={data && data.runs.length > 0 && <ExportMenu path="/api/runs/export" />}
      />
      <PageBody wide>
        <RunFilters {...filtering} />
        {isPending && <ListSkeleton label="Reading the runs" />}
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {data?.runs.length === 0 && (
          <Card>{filtered || filter.cursor !== null ? <NothingFits onClear={clear} /> : <NothingYet />}</Card>
        )}
        {data && data.runs.length > 0 && <RunsTable runs={data.runs} />}
        {(filter.cursor !== null || older) && (
          <div className="flex items-center justify-end gap-2">
            <Button size="sm" disabled={filter.cursor === null} onClick={() => turnTo(null)}>
              Newest runs
            </Button>
            <Button size="sm" disabled={!older} pending={isPlaceholderData} onClick={() => older && turnTo(older)}>
              Older runs
            </Button>
          </div>
        )}
      </PageBody>
    </>
  );
}

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No run matches"
      description="Nothing that was run fits these filters."
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing has been run yet"
      description="A run begins with a preview: choose a finding, then one of its repairs."
      action={
        <Link href="/findings?status=failing" className={buttonVariants({ variant: "outline" })}>
          See what is failing
        </Link>
      }
    />
  );
}
