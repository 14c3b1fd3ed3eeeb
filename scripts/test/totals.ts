import type { StepResult } from "./step";

const columns = ["step", "result", "passed", "failed", "skipped", "time"];

/** A table of the steps, and `N passed, N failed` as the last line. */
export function totals(results: StepResult[]): string {
  const sum = (key: "passed" | "failed" | "skipped" | "seconds") =>
    results.reduce((all, result) => all + result[key], 0);
  const rows = [columns, ...results.map(row)];
  const widths = columns.map((_, index) => Math.max(...rows.map((cells) => cells[index]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, index) => pad(cell, widths[index] ?? 0, index)).join("  "));
  const problems = results.flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : []));
  const last = `${sum("passed")} passed, ${sum("failed")} failed`;
  return ["", ...lines.map((line) => line.trimEnd()), "", ...problems, ...(problems.length > 0 ? [""] : []), last].join(
    "\n",
  );
}

function row({ name, passed, failed, skipped, seconds }: StepResult): string[] {
  return [name, failed > 0 ? "FAILED" : "passed", String(passed), String(failed), String(skipped), duration(seconds)];
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function pad(cell: string, width: number, index: number): string {
  return index < 2 ? cell.padEnd(width) : cell.padStart(width);
}
