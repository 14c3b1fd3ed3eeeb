import type { ReactNode } from "react";
import { formatDuration, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Run } from "@/lib/runs/types";

/** Who, when, why, and how many rows. */
export function RunFacts({ run }: { run: Run }) {
  const tookMs = run.finishedAt ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : null;
  return (
    <dl className="grid grid-cols-2 gap-x-10 gap-y-3 md:flex">
      <Fact term={run.form === "rows" ? "Rows changed" : "Schema changes"}>
        <span className="font-semibold text-xl">{formatNumber(run.changed)}</span>
      </Fact>
      {run.form === "rows" && (
        <Fact term="Rows skipped">
          <span className="font-semibold text-xl">{formatNumber(run.skipped)}</span>
        </Fact>
      )}
      <Fact term="Operator">{run.actor}</Fact>
      <Fact term="Started">
        <RelativeTime at={run.startedAt} />
        {tookMs !== null && <span className="text-muted-foreground text-xs">took {formatDuration(tookMs)}</span>}
      </Fact>
      <Fact term="Reason" className="max-md:col-span-2">
        <span className="break-words">{run.reason}</span>
      </Fact>
    </dl>
  );
}

function Fact({ term, className, children }: { term: string; className?: string; children: ReactNode }) {
  return (
    <div className={className}>
      <dt className="text-muted-foreground text-xs">{term}</dt>
      <dd className="flex flex-col">{children}</dd>
    </div>
  );
}
