import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ProbeView } from "@/lib/probe-runs/types";
import { ProbeHistory } from "./probe-history";
import { StatementList } from "./statement-list";
import { TryProbesButton } from "./try-probes-button";

const causes = { person: "by", repair: "after a repair, by", schedule: "by schedule, by" } as const;

interface ProbeItemProps {
  probe: ProbeView;
  mayTry: boolean;
  /** What else can be done with it. */
  actions?: ReactNode;
}

/** One probe: what it promises, what it came to last, and its statements. */
export function ProbeItem({ probe, mayTry, actions }: ProbeItemProps) {
  const { id, title, summary, source, written, statements, last } = probe;
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-medium text-base">{title}</h3>
          {last ? <StatusBadge status={last.status} /> : <StatusBadge status="not_checked" label="Never tried" />}
          {source === "page" && <Badge>Written by you</Badge>}
        </div>
        <div className="flex flex-wrap gap-2">
          {mayTry && <TryProbesButton probe={id} label="Try" spoken={`Try ${title}`} />}
          {actions}
        </div>
      </div>
      {summary !== "" && <p className="text-muted-foreground">{summary}</p>}
      {last && last.status !== "green" && (
        <p className={last.status === "red" ? "text-danger [overflow-wrap:anywhere]" : "[overflow-wrap:anywhere]"}>
          {last.message}
        </p>
      )}
      <p className="text-muted-foreground text-xs">
        {last && (
          <>
            Tried <RelativeTime at={last.ranAt} />, {causes[last.cause]} {last.actor}.{" "}
          </>
        )}
        {written && `${written.owner} answers for it.`}
      </p>
      <details>
        <summary className="w-fit rounded-sm font-medium text-primary text-xs hover:underline">
          Statement by statement<span className="sr-only">: {title}</span>
        </summary>
        <div className="flex flex-col gap-3 pt-2">
          <StatementList probe={title} statements={statements} />
          {last && <ProbeHistory id={id} title={title} />}
        </div>
      </details>
    </li>
  );
}
