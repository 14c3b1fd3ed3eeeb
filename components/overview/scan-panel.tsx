import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Scan } from "@/lib/scans/types";
import type { OverallHealth } from "./overall-health";
import { isUnderWay } from "./queries";
import { ScanLine } from "./scan-line";

interface ScanPanelProps {
  /** Null while it is read. */
  health: OverallHealth | null;
  scan: Scan | null;
  loading: boolean;
}

/** The whole in one line, and the scan behind it. */
export function ScanPanel({ health, scan, loading }: ScanPanelProps) {
  const running = isUnderWay(scan);
  return (
    <>
      <Card className="relative">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
          {health ? (
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <StatusBadge status={health.status} />
              <p>
                <span className="font-semibold text-base">{health.title}.</span>{" "}
                <span className="text-muted-foreground">{health.detail}</span>
              </p>
            </div>
          ) : (
            <Skeleton className="h-5 w-80 max-w-full" />
          )}
          <p className="text-muted-foreground">
            <ScanLine scan={scan} loading={loading} />
          </p>
        </div>
        {running && scan && (
          <Progress
            label="Tables scanned"
            value={scan.tablesDone}
            max={scan.tablesTotal}
            className="absolute inset-x-0 bottom-0 overflow-hidden rounded-b-lg"
          />
        )}
      </Card>
      <p role="status" className="sr-only">
        {running && scan ? `Scanning, ${scan.tablesDone} of ${scan.tablesTotal} tables done` : ""}
      </p>
      {scan?.noWorker && (
        <Notice tone="warning" title="No worker takes the scan up">
          <p>Restart Plumbline, or start a worker with npm run worker. The scan begins as soon as one is there.</p>
        </Notice>
      )}
      {scan?.status === "cancelled" && (
        <Notice tone="info" title="The latest scan was cancelled">
          <p>Tables that it had not reached keep the numbers of the scan before.</p>
        </Notice>
      )}
      {scan?.status === "failed" && (
        <Notice tone="danger" title="The latest scan failed, so the numbers below are older than it">
          <p>{scan.error ?? "The server stopped while it was scanning."} Scan again when the cause is mended.</p>
        </Notice>
      )}
    </>
  );
}
