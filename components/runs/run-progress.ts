import type { RunStep } from "@/lib/runs/types";

export interface RunProgress {
  done: number;
  total: number;
  /** The step under way, or the one that failed. */
  current: RunStep | null;
  /** For a screen reader and the line under the bar. */
  sentence: string;
}

/** Where a run stands, from its steps alone: the same after a reload and in another browser. */
export function runProgress(steps: RunStep[]): RunProgress {
  const done = steps.filter((step) => step.status === "succeeded").length;
  const failed = steps.find((step) => step.status === "failed");
  const current = failed ?? steps.find((step) => step.status === "running") ?? null;
  const of = `${done} of ${steps.length} ${steps.length === 1 ? "step" : "steps"} done`;
  if (failed) return { done, total: steps.length, current, sentence: `${of}. Failed at: ${failed.title}` };
  if (done === steps.length) return { done, total: done, current, sentence: `${of}. Measuring the finding again` };
  return { done, total: steps.length, current, sentence: current ? `${of}. Now: ${current.title}` : of };
}
