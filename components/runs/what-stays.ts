import { formatCount, formatNumber } from "@/components/ui/format";
import type { Run } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

type Ending = Pick<Run, "form" | "status" | "changed" | "total" | "remaining" | "steps" | "tableName">;

/** What a cancelled run leaves behind: what is done stays, what is not is never done. */
export function whatStays(run: Ending): string {
  const { done, total } = runProgress(run);
  const rows = run.form === "rows";
  const changed = rows ? run.changed : done;
  const left = total - done;
  const was = rows ? "changed" : "done";
  if (changed === 0) return `Nothing is ${was} yet, so ${run.tableName} stays as it is.`;
  const counted = rows ? formatCount(total, "row") : formatCount(total, "step");
  const begin = `${formatNumber(changed)} of ${counted} ${changed === 1 ? "is" : "are"} ${was} and ${changed === 1 ? "stays" : "stay"} so`;
  return left === 0
    ? `${begin}.`
    : `${begin}; ${formatNumber(left)} ${left === 1 ? "is" : "are"} left alone. You can undo the run afterwards.`;
}
