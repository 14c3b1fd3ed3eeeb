import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { EntryBody } from "./entry-body";
import { auditEntryQuery } from "./queries";

/** One entry, whole, at the side; it can be read and nothing else. */
export function EntrySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: entry, isPending, isError, error, refetch, isFetching } = useQuery(auditEntryQuery(id));
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={entry?.errorType ?? "Audit entry"}
        description={
          entry
            ? entry.seq === null
              ? "Written by an application, outside the sealed chain"
              : `No. ${entry.seq} of the chain`
            : " "
        }
      >
        {isPending && (
          <div aria-busy="true" className="flex flex-col gap-3 p-4">
            <Skeleton className="h-5 w-72" />
            <Skeleton className="h-40 w-full" />
          </div>
        )}
        {isError && !entry && <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />}
        {entry && <EntryBody entry={entry} />}
      </SheetContent>
    </Sheet>
  );
}
