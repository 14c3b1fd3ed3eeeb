import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { SearchField } from "@/components/data-table/search-field";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount, formatNumber } from "@/components/ui/format";
import { LibraryRow } from "./library-row";
import { matchChecks } from "./match-checks";
import { checksQuery } from "./queries";

/** Every check that comes with Plumbline. */
export function LibraryTab({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(checksQuery);
  const shown = data && matchChecks(data, search);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <SearchField label="Search the checks" value={search} onSearch={onSearch} />
        {data && shown && (
          <p role="status" className="text-muted-foreground">
            {search === ""
              ? formatCount(data.length, "check")
              : `${formatNumber(shown.length)} of ${formatCount(data.length, "check")}`}
          </p>
        )}
      </div>
      {isPending && <ListSkeleton label="Reading the checks" />}
      {isError && !data && (
        <Card>
          <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
        </Card>
      )}
      {shown && (
        <Card>
          {shown.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title="No check matches"
              description="Names, codes, targets and repairs are searched."
              action={<Button onClick={() => onSearch("")}>Clear the search</Button>}
            />
          ) : (
            <ul className="divide-y">
              {shown.map((check) => (
                <LibraryRow key={check.code} check={check} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </>
  );
}
