import Link from "next/link";
import { FindingCount } from "@/components/findings/finding-count";
import { Measured } from "@/components/findings/measured";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { HealthPanel } from "@/lib/overview/types";
import { HealthNumbers } from "./health-numbers";

/** The health of a group of tables, with its worst findings. */
export function TableGroupCard({ panel }: { panel: HealthPanel }) {
  return (
    <Card className="gap-2.5 p-4">
      <div className="flex items-start justify-between gap-2">
        <h3 className="font-semibold text-base">
          <Link href={panel.href} className="hover:underline">
            {panel.title}
          </Link>
        </h3>
        <StatusBadge status={panel.status} />
      </div>
      <HealthNumbers panel={panel} />
      {panel.top.length > 0 && (
        <ul className="flex flex-col gap-1 border-t pt-2.5">
          {panel.top.map((finding) => (
            <li key={finding.id} className="flex items-baseline justify-between gap-3">
              <Link
                href={`/findings/${finding.id}`}
                className="min-w-0 truncate hover:underline"
                title={finding.targetLabel}
              >
                {finding.title} <span className="text-muted-foreground">{finding.tableName}</span>
              </Link>
              <FindingCount finding={finding} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-auto flex flex-col gap-0.5 border-t pt-2.5">
        <p>{panel.next}</p>
        <p className="text-muted-foreground text-xs">
          <Measured at={panel.measuredAt} how={panel.how} />
        </p>
      </div>
    </Card>
  );
}
