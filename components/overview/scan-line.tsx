import { formatDuration } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { Scan } from "@/lib/scans/types";

const ends = { failed: "Scan failed", cancelled: "Scan cancelled", succeeded: "Scanned" };

/** One line on the latest scan: how far it is, or when it ended and how. */
export function ScanLine({ scan, loading }: { scan: Scan | null; loading: boolean }) {
  if (loading) return <Skeleton className="h-5 w-64" />;
  if (!scan) return <>No scan has been made yet.</>;
  if (scan.noWorker) return <>The scan waits for a worker, and none is running.</>;
  if (scan.status === "cancelling")
    return (
      <>
        Cancelling after {scan.tablesDone} of {scan.tablesTotal} tables
      </>
    );
  if (scan.status === "running" && scan.tablesTotal === 0) return <>Scanning: reading the catalogue</>;
  if (scan.status === "running") {
    return (
      <>
        Scanning {scan.tablesDone} of {scan.tablesTotal} tables
        {scan.currentTable && (
          <>
            , now <span className="font-mono text-xs">{scan.currentTable}</span>
          </>
        )}
      </>
    );
  }
  const tookMs = scan.finishedAt ? Date.parse(scan.finishedAt) - Date.parse(scan.startedAt) : null;
  return (
    <>
      {ends[scan.status]} <RelativeTime at={scan.finishedAt ?? scan.startedAt} /> by {scan.actor}
      {tookMs !== null && <span className="whitespace-nowrap">, {formatDuration(tookMs)}</span>}
    </>
  );
}
