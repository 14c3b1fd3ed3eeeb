import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { FindingSummary } from "@/lib/findings/types";
import { failingSince } from "./failing-since";
import { FindingCount } from "./finding-count";
import { FindingMarks } from "./finding-marks";
import type { Grouping } from "./group-findings";
import { Measured } from "./measured";

/** One finding of the list; the whole row leads to it. */
export function FindingRow({ finding, by }: { finding: FindingSummary; by: Grouping }) {
  const since = failingSince(finding);
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover lg:grid-cols-[6.5rem_minmax(0,1fr)_5.5rem_5rem_11rem] lg:items-center">
      <StatusBadge plain status={finding.status} className="max-lg:order-1" />
      <div className="min-w-0 max-lg:order-3 max-lg:col-span-2">
        <h3 className="flex flex-wrap items-baseline gap-x-2">
          <Link href={`/findings/${finding.id}`} className="font-medium after:absolute after:inset-0">
            {finding.title}
          </Link>
          <FindingMarks finding={finding} />
          {by === "check" && <span className="font-mono text-muted-foreground text-xs">{finding.targetLabel}</span>}
        </h3>
        <p className="text-muted-foreground">
          {finding.status === "not_checked" ? (finding.reason ?? finding.message) : finding.message}
        </p>
      </div>
      <div className="max-lg:hidden">
        {finding.status === "failing" && <SeverityBadge severity={finding.severity} />}
      </div>
      <div className="text-right max-lg:order-2">
        {finding.status === "failing" && <FindingCount finding={finding} />}
      </div>
      <div className="text-muted-foreground text-xs max-lg:order-4 max-lg:col-span-2">
        {since.at && (
          <p title={since.words ?? undefined}>
            First failed <RelativeTime at={since.at} />
          </p>
        )}
        <p>
          Measured <Measured at={finding.measuredAt} how={finding.how} />
        </p>
      </div>
    </li>
  );
}
