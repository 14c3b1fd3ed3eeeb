import { formatCount, formatDuration, formatNumber } from "@/components/ui/format";
import type { Run, RunSummary } from "@/lib/runs/types";

export interface RunProgress {
  /** What is counted. */
  label: string;
  done: number;
  total: number;
  /** Whole percents; 100 only when nothing is left. */
  percent: number;
  /** For a screen reader and the line under the bar. */
  sentence: string;
}

type Measured = Pick<RunSummary, "form" | "status" | "changed" | "total" | "remaining"> & Partial<Pick<Run, "steps">>;

/** Where a run stands, from what the server says alone: the same after a reload and in another browser. */
export function runProgress(run: Measured): RunProgress {
  const { label, done, total, all } = run.form === "rows" ? rowsOf(run) : stepsOf(run);
  const failed = run.steps?.find((step) => step.status === "failed");
  const current = run.steps?.find((step) => step.status === "running");
  const next = run.form === "rows" ? "batch" : "step";
  const sentences: Partial<Record<Run["status"], string>> = {
    queued: done > 0 ? `${all}. It waits for a free worker` : "It waits for a free worker",
    paused: `${all}. Paused`,
    pausing: `${all}. It pauses at the next ${next}`,
    cancelling: `${all}. It stops at the next ${next}`,
    interrupted: `${all}. Another worker goes on from there`,
    cancelled: all,
    failed: failed ? `${all}. Failed at: ${failed.title}` : all,
  };
  const now =
    done >= total
      ? `${all}. Measuring the finding again`
      : current && run.form === "schema"
        ? `${all}. Now: ${current.title}`
        : all;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return { label, done, total, percent, sentence: sentences[run.status] ?? now };
}

/** "2,300 rows/s, about 25.0 s left" */
export function paceSentence({ pace, batches }: Pick<Run, "pace" | "batches">): string {
  const parts = [`${formatCount(batches, "batch", "batches")} done`];
  if (pace) {
    parts.push(`${formatNumber(pace.rowsPerSecond)} rows/s`);
    if (pace.secondsLeft >= 1) parts.push(`about ${formatDuration(Math.round(pace.secondsLeft) * 1000)} left`);
  }
  return parts.join(", ");
}

function rowsOf({ changed, total, remaining }: Measured) {
  const done = total - remaining;
  const left = done - changed;
  const changes = `${formatNumber(changed)} of ${formatCount(total, "row")} changed`;
  const all = left > 0 ? `${changes}, ${formatNumber(left)} left as they are` : changes;
  return { label: "Rows dealt with", done, total, all };
}

function stepsOf({ steps, changed, total }: Measured) {
  const done = steps ? steps.filter((step) => step.status === "succeeded").length : changed;
  const count = steps?.length ?? total;
  return {
    label: "Steps done",
    done,
    total: count,
    all: `${formatNumber(done)} of ${formatCount(count, "step")} done`,
  };
}
