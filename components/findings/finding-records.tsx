import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Finding } from "@/lib/findings/types";
import { PageTurner } from "./page-turner";
import { findingRowsQuery } from "./queries";
import { RowTable } from "./row-table";
import { useCursorPages } from "./use-cursor-pages";

/** The rows that break the rule now, read live and paged by key. */
export function FindingRecords({ finding }: { finding: Finding }) {
  const pages = useCursorPages();
  const { data, isPending, isError, error, refetch, isFetching, isPlaceholderData } = useQuery(
    findingRowsQuery(finding.id, pages.cursor),
  );
  if (isPending) return <Skeleton className="h-96 w-full" />;
  if (isError && !data) {
    return <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />;
  }
  if (!data || data.rows.length === 0) {
    return (
      <EmptyState
        title="No row breaks this rule now"
        description="The rows are read live, so this may be newer than the count above."
      />
    );
  }
  const { nextCursor } = data;
  return (
    <div className="flex flex-col gap-2" aria-busy={isPlaceholderData}>
      <RowTable label="Rows that break the rule" columns={data.columns} keyColumns={data.keyColumns} rows={data.rows} />
      <PageTurner
        page={pages.page}
        onPrevious={pages.previous}
        onNext={nextCursor === null || isPlaceholderData ? null : () => pages.next(nextCursor)}
        loading={isPlaceholderData}
      />
    </div>
  );
}
