"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatAbsolute } from "@/components/ui/format-time";
import type { Role } from "@/lib/auth/roles";
import { ExportLinks } from "./export-links";
import { useQuarantineFilter } from "./quarantine-filter";
import { QuarantineFilters } from "./quarantine-filters";
import { QuarantineTable } from "./quarantine-table";
import { quarantineQuery } from "./queries";
import { RetentionCard } from "./retention-card";
import { RunImagesCard } from "./run-images-card";

const RowSheet = dynamic(() => import("./row-sheet").then((file) => file.RowSheet));

export function QuarantineScreen({ role }: { role: Role }) {
  const filtering = useQuarantineFilter();
  const { filter, filtered, clear } = filtering;
  const [open, setOpen] = useQueryState("row", { history: "push" });
  const query = useInfiniteQuery(quarantineQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const lookedBackTo = query.data?.pages.at(-1)?.lookedBackTo;
  const tables = [...new Set(rows?.map(({ schemaName, tableName }) => `${schemaName}.${tableName}`))].sort();
  return (
    <>
      <PageHeader
        title="Quarantine"
        description="Every row that a run changed, made or removed, as it was before and as the run left it. Undo reads it from here."
        actions={<ExportLinks filter={filter} mayExport={role !== "viewer"} />}
      />
      <PageBody wide>
        <RetentionCard mayDecide={role === "admin"} />
        <QuarantineFilters {...filtering} tables={tables} />
        {filter.run && <RunImagesCard key={filter.run} runId={filter.run} mayRemove={role === "admin"} />}
        {query.isPending && <ListSkeleton label="Reading quarantine" />}
        {query.isError && !rows && (
          <Card>
            <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />
          </Card>
        )}
        {rows?.length === 0 && !lookedBackTo && (
          <Card>
            <EmptyState
              title={filtered ? "No row matches" : "No run has changed a row yet"}
              action={filtered && <Button onClick={clear}>Clear filters</Button>}
            />
          </Card>
        )}
        {rows && rows.length > 0 && <QuarantineTable rows={rows} onOpen={setOpen} />}
        {query.hasNextPage && (
          <div className="flex flex-col items-center gap-2">
            {lookedBackTo && (
              <p role="status" className="text-muted-foreground">
                Looked back to {formatAbsolute(new Date(lookedBackTo))}; there is more before that.
              </p>
            )}
            <Button pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {lookedBackTo ? "Look further back" : "Show older rows"}
            </Button>
          </div>
        )}
      </PageBody>
      {open !== null && <RowSheet id={open} onClose={() => setOpen(null)} />}
    </>
  );
}
