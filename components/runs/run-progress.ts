import { formatNumber } from "@/components/ui/format";
import type { Run } from "@/lib/runs/types";

export interface RunProgress {
  /** What is counted. */
  label: string;
  done: number;
  total: number;
  /** For a screen reader and the line under the bar. */
  sentence: string;
}

type Measured = Pick<Run, "form" | "status" | "steps" | "changed" | "total">;

/** Where a run stands, from what the server says alone: the same after a reload and in another browser. */
export function runProgress(run: Measured): RunProgress {
  const { label, done, total, all } = run.form === "rows" ? rowsOf(run) : stepsOf(run);
  const failed = run.steps.find((step) => step.status === "failed");
  const current = run.steps.find((step) => step.status === "running");
  const sentences: Partial<Record<Run["status"], string>> = {
    queued: "It waits for a free worker",
    paused: `${all}. Paused`,
    pausing: `${all}. It pauses at the next ${run.form === "rows" ? "batch" : "step"}`,
    cancelling: `${all}. It stops at the next ${run.form === "rows" ? "batch" : "step"}`,
    cancelled: all,
    failed: failed ? `${all}. Failed at: ${failed.title}` : all,
  };
  const now =
    done >= total
      ? `${all}. Measuring the finding again`
      : current && run.form === "schema"
        ? `${all}. Now: ${current.title}`
        : all;
  return { label, done, total, sentence: sentences[run.status] ?? now };
}

function rowsOf({ changed, total }: Measured) {
  const all = `${formatNumber(changed)} of ${formatNumber(total)} ${total === 1 ? "row" : "rows"} changed`;
  return { label: "Rows changed", done: changed, total, all };
}

function stepsOf({ steps }: Measured) {
  const done = steps.filter((step) => step.status === "succeeded").length;
  const all = `${done} of ${steps.length} ${steps.length === 1 ? "step" : "steps"} done`;
  return { label: "Steps done", done, total: steps.length, all };
}
