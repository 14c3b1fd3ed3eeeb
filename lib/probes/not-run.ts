import { expectedWords } from "./judge";
import type { ProbeStatement, StatementResult } from "./types";

/** A statement before it is run. */
export function notRun({ title, sql, role, expected }: ProbeStatement): StatementResult {
  return {
    title,
    sql,
    role,
    expected: expectedWords(expected),
    actual: "not run",
    sqlstate: null,
    status: "not_run",
    durationMs: 0,
  };
}
