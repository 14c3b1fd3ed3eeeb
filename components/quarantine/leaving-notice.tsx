import Link from "next/link";
import { formatCount } from "@/components/ui/format";
import { formatAbsolute } from "@/components/ui/format-time";
import { Notice } from "@/components/ui/notice";
import type { Retention } from "@/lib/quarantine/types";

/** Names the runs that are about to lose their images, and with them their undo. */
export function LeavingNotice({ retention: { leaving, leavingRuns, warningDays } }: { retention: Retention }) {
  if (leavingRuns === 0) return null;
  const more = leavingRuns - leaving.length;
  return (
    <Notice
      tone="warning"
      title={`${formatCount(leavingRuns, "run")} can no longer be undone within ${formatCount(warningDays, "day")}`}
    >
      <p>Their rows leave quarantine. Undo what you need, export the rows, or have them kept longer.</p>
      <ul className="flex flex-col gap-0.5 pt-1">
        {leaving.map(({ runId, repairTitle, table, images, leavesAt }) => (
          <li key={runId}>
            <Link href={`/runs/${runId}`} className="text-primary hover:underline">
              {repairTitle} on {table.schema}.{table.name}
            </Link>
            : {formatCount(images, "row")}, from {formatAbsolute(new Date(leavesAt))}
          </li>
        ))}
        {more > 0 && <li>and {formatCount(more, "run")} more</li>}
      </ul>
    </Notice>
  );
}
