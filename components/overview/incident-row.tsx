import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Measured } from "@/components/findings/measured";
import { StatusBadge } from "@/components/ui/status-badge";
import type { HealthPanel } from "@/lib/overview/types";
import { HealthNumbers } from "./health-numbers";

/** A playbook's health as one row: state, what to do next, numbers, and when they were measured. */
export function IncidentRow({ panel }: { panel: HealthPanel }) {
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover md:grid-cols-[7rem_minmax(0,1fr)_13rem_10.5rem_1rem] md:items-center">
      <div>
        <StatusBadge status={panel.status} />
      </div>
      <div className="flex min-w-0 flex-col">
        <h3 className="font-medium text-base">
          <Link href={panel.href} className="after:absolute after:inset-0">
            {panel.title}
          </Link>
        </h3>
        <p className="text-muted-foreground">
          {panel.status === "failing" && <span className="font-medium">Next: </span>}
          {panel.next}
        </p>
      </div>
      <div>
        <HealthNumbers panel={panel} />
      </div>
      <p className="text-muted-foreground text-xs">
        <Measured at={panel.measuredAt} how={panel.how} />
      </p>
      <ChevronRight aria-hidden className="size-4 text-muted-foreground max-md:hidden" />
    </li>
  );
}
