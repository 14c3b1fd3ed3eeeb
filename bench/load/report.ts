import { machineLine, thisMachine } from "../machine";
import { textTable } from "../text-table";
import type { Phase } from "./phase";

/** What was measured in one phase, operation by operation and status by status. */
export function phaseText(title: string, callers: number, { ledger, kept, seconds }: Phase): string {
  const entries = [...ledger.entries.values()].sort((one, other) =>
    `${one.operation} ${one.status}` < `${other.operation} ${other.status}` ? -1 : 1,
  );
  const total = entries.reduce((sum, { times }) => sum + times.length, 0);
  const rows = entries.map(({ operation, status, times }) => {
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
    return [operation, String(status), times.length.toLocaleString("en"), at(0.5), at(0.99), at(1)];
  });
  return [
    `${title}: ${callers} callers, ${seconds.toFixed(1)} s, ${total.toLocaleString("en")} requests (${(total / seconds).toFixed(0)} a second), ${machineLine(thisMachine())}`,
    textTable(["operation", "status", "answers", "p50, ms", "p99, ms", "longest, ms"], rows),
    `${ledger.failedSaves.size.toLocaleString("en")} answers said that a record was not saved, error_logs has ${kept.ids.length.toLocaleString("en")} of them${kept.kinds.length > 0 ? ":" : "."}`,
    ...kept.kinds.map(
      ({ type, table, words, count }) => `  ${count.toLocaleString("en")} × ${type} of ${table}, like: ${words}`,
    ),
  ].join("\n");
}
