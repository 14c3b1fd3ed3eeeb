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
import { useAuditFilter } from "./audit-filter";
import { AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { auditQuery } from "./queries";
import { suggestionsOf } from "./suggestions";
import { ChainVerdict, useChainVerification, VerifyButton } from "./verify-chain";

const EntrySheet = dynamic(() => import("./entry-sheet").then((file) => file.EntrySheet));

export function AuditScreen() {
  const filtering = useAuditFilter();
  const [open, setOpen] = useQueryState("entry", { history: "push" });
  const chain = useChainVerification();
  const query = useInfiniteQuery(auditQuery(filtering.filter));
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <>
      <PageHeader
        title="Audit"
        description="Everything that was done and everything that failed, newest first. Nobody can edit or delete it."
        actions={<VerifyButton {...chain} />}
      />
      <PageBody wide>
        <ChainVerdict data={chain.data} error={chain.error} />
        <AuditFilters {...filtering} suggestions={suggestionsOf(entries ?? [])} />
        {query.isPending && <ListSkeleton label="Reading the audit history" />}
        {query.isError && !entries && (
          <Card>
            <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />
          </Card>
        )}
        {entries?.length === 0 && (
          <Card>
            <EmptyState
              title={filtering.filtered ? "No entry matches" : "Nothing has happened yet"}
              action={filtering.filtered && <Button onClick={filtering.clear}>Clear filters</Button>}
            />
          </Card>
        )}
        {entries && entries.length > 0 && <AuditTable entries={entries} onOpen={setOpen} />}
        {query.hasNextPage && (
          <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show older entries
          </Button>
        )}
      </PageBody>
      {open !== null && <EntrySheet id={open} onClose={() => setOpen(null)} />}
    </>
  );
}
