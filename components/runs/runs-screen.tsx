"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
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
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { runsQuery } from "./queries";
import { RunRow } from "./run-row";

export function RunsScreen() {
  const query = useInfiniteQuery(runsQuery);
  const runs = query.data?.pages.flatMap((page) => page.runs);
  return (
    <>
      <PageHeader
        title="Runs"
        description="Every repair and undo that was started, newest first."
        actions={runs && runs.length > 0 && <ExportMenu path="/api/runs/export" />}
      />
      <PageBody wide>
        {query.isPending && <ListSkeleton label="Reading the runs" />}
        {query.isError && !runs && (
          <Card>
            <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />
          </Card>
        )}
        {runs?.length === 0 && (
          <Card>
            <EmptyState
              title="Nothing has been run yet"
              description="A run begins with a preview: choose a finding, then one of its repairs."
              action={
                <Link href="/findings?status=failing" className={buttonVariants({ variant: "outline" })}>
                  See what is failing
                </Link>
              }
            />
          </Card>
        )}
        {runs && runs.length > 0 && (
          <Table label="Runs" className="bg-card">
            <TableHead>
              <TableRow>
                <TableHeader>Status</TableHeader>
                <TableHeader>Repair and reason</TableHeader>
                <TableHeader>Table</TableHeader>
                <TableHeader className="text-right">Changed</TableHeader>
                <TableHeader className="text-right">Skipped</TableHeader>
                <TableHeader>Operator</TableHeader>
                <TableHeader>Started</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {runs.map((run) => (
                <RunRow key={run.id} run={run} />
              ))}
            </TableBody>
          </Table>
        )}
        {query.hasNextPage && (
          <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show older runs
          </Button>
        )}
      </PageBody>
    </>
  );
}
