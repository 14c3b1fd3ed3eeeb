import type { Finished } from "./run-command";
import type { Outcome } from "./step";

/** A phase passed only when its runner says so, its report is there, and it executed something. */
export function settle({ code, timedOut }: Finished, counted: Outcome | null): Outcome {
  const outcome = counted ?? { passed: 0, failed: 0, skipped: 0 };
  if (outcome.failed > 0) return outcome;
  const problem = whatIsWrong(code, timedOut, counted);
  return problem ? { ...outcome, failed: 1, problem } : outcome;
}

function whatIsWrong(code: number | null, timedOut: boolean, counted: Outcome | null): string | undefined {
  if (timedOut) return "It took too long.";
  if (!counted) return "It ended without a report.";
  if (code !== 0) return `No test failed, but it ended with ${code ?? "a signal"}.`;
  if (counted.passed === 0) return "No test was executed.";
  return undefined;
}
