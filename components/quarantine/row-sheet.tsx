import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { formatKey } from "@/components/findings/row-key";
import { recordHref } from "@/components/records/record-href";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { QuarantinedRowDetail } from "@/lib/quarantine/types";
import { ChangeBadge } from "./change-badge";
import { ImageComparison } from "./image-comparison";
import { quarantinedRowQuery } from "./queries";

/** One row of quarantine, whole, at the side. */
export function RowSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: row, isPending, isError, error, refetch, isFetching } = useQuery(quarantinedRowQuery(id));
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={row ? formatKey(row.key) : "Row in quarantine"}
        description={row ? `${row.schemaName}.${row.tableName}` : " "}
        className="w-[48rem]"
      >
        {isPending && (
          <div aria-busy="true" className="flex flex-col gap-3 p-4">
            <Skeleton className="h-5 w-72" />
            <Skeleton className="h-40 w-full" />
          </div>
        )}
        {isError && !row && <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />}
        {row && <RowBody row={row} />}
      </SheetContent>
    </Sheet>
  );
}

function RowBody({ row }: { row: QuarantinedRowDetail }) {
  const { run, record } = row;
  const link = "text-primary hover:underline";
  return (
    <div className="flex flex-col gap-4 p-4">
      <p>
        <ChangeBadge change={row.change} /> <RelativeTime at={row.at} /> by {run.actor}: {run.reason}
      </p>
      <nav aria-label="Related" className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href={`/runs/${run.id}`} className={link}>
          The run: {row.repairTitle}
        </Link>
        {run.undoneBy && (
          <Link href={`/runs/${run.undoneBy}`} className={link}>
            Undone by this run
          </Link>
        )}
        {record && (
          <Link href={recordHref(record, record.key, row.key[record.key] ?? "")} className={link}>
            The record as it is now
          </Link>
        )}
        <Link href={`/quarantine?run=${run.id}`} className={link}>
          All rows of this run
        </Link>
      </nav>
      <ImageComparison before={row.before} after={row.after} />
    </div>
  );
}
