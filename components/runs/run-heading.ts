import { formatCount, formatNumber } from "@/components/ui/format";
import type { Run } from "@/lib/runs/types";

type Ended = Pick<
  Run,
  "repair" | "form" | "status" | "isOver" | "summary" | "changed" | "skipped" | "total" | "schemaName" | "tableName"
>;

const done: Partial<Record<Run["repair"], string>> = {
  "delete-orphans": "deleted",
  "merge-duplicates": "merged into others",
  "link-lead": "linked",
  "adopt-orphans": "given a parent",
  "reassign-orphans": "given another parent",
  "end-expired-sessions": "ended",
  "fill-default": "filled",
  recount: "counted anew",
  undo: "taken back",
};

const endings: Partial<Record<Run["status"], string>> = {
  failed: " Then the run failed.",
  cancelled: " Then the run was cancelled.",
};

/** What a run is to do while it is on, and what it did once it is over. */
export function runHeading(run: Ended): string {
  if (!run.isOver) return run.summary;
  return `${run.form === "rows" ? rowsDone(run) : stepsDone(run)}${endings[run.status] ?? ""}`;
}

function rowsDone({ repair, status, changed, total, skipped, schemaName, tableName }: Ended): string {
  const of =
    status === "succeeded" ? formatCount(changed, "row") : `${formatNumber(changed)} of ${formatCount(total, "row")}`;
  const was = changed === 1 ? "was" : "were";
  const left =
    status === "succeeded" && skipped > 0 ? ` ${formatCount(skipped, "row was", "rows were")} left as found.` : "";
  return `${of} of ${schemaName}.${tableName} ${was} ${done[repair] ?? "changed"}.${left}`;
}

function stepsDone({ status, changed, total, schemaName, tableName }: Ended): string {
  const steps =
    status === "succeeded" ? formatCount(total, "step") : `${formatNumber(changed)} of ${formatCount(total, "step")}`;
  return `${steps} on ${schemaName}.${tableName} ${changed === 1 ? "was" : "were"} done.`;
}
