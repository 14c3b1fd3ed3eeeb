const documented: Record<string, string> = {
  "23502": "NOT_NULL_VIOLATION",
  "23503": "FOREIGN_KEY_VIOLATION",
  "23505": "UNIQUE_VIOLATION",
  "23514": "CHECK_VIOLATION",
};

/** `error_logs.error_type` of a row that could not be saved, by PostgreSQL's own code. */
export function errorTypeOf(code: string | undefined): string {
  return documented[code ?? ""] ?? "SAVE_FAILED";
}
