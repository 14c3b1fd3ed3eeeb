import { formatCount, formatDuration, formatNumber } from "@/components/ui/format";
import type { BatchPoint, RunCourse } from "@/lib/runs/types";

export interface CourseEntry {
  key: string;
  at: string;
  text: string;
  /** Who did it; null for a batch. */
  actor: string | null;
  reason: string | null;
  isTrouble: boolean;
}

/** Where the message alone does not say what happened. */
const prefixes: Record<string, string> = { "run.start": "Started", "run.finish": "Finished", "run.fail": "Failed" };

/** The events of a run and its last batches in one order, newest first. */
export function courseEntries({ events, latest }: Pick<RunCourse, "events" | "latest">): CourseEntry[] {
  const happened = events.map(({ number, at, action, message, actor, reason, severity }) => ({
    key: `event ${number}`,
    at,
    text: action in prefixes ? `${prefixes[action]}: ${message}` : message,
    actor,
    reason,
    isTrouble: severity === "error" || severity === "warning",
  }));
  const batches = latest.map((batch) => ({
    key: `batch ${batch.last}`,
    at: batch.finishedAt,
    text: batchSentence(batch),
    actor: null,
    reason: null,
    isTrouble: false,
  }));
  return [...happened, ...batches].sort((a, b) => b.at.localeCompare(a.at));
}

function batchSentence({ last, changed, skipped, putOff, batchMs, waitedMs, throttle }: BatchPoint): string {
  const parts = [`${formatCount(changed, "row")} changed`];
  if (skipped > 0) parts.push(`${formatNumber(skipped)} skipped`);
  if (putOff > 0) parts.push(`${formatNumber(putOff)} held by others`);
  const batch = `Batch ${formatNumber(last)}: ${parts.join(", ")} in ${formatDuration(batchMs)}`;
  return throttle === null ? batch : `${batch}, after ${formatDuration(waitedMs)} of holding back. ${throttle}`;
}
