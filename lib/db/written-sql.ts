import { databaseSentence, sqlState } from "./errors";

/** One sentence for whoever wrote the SQL: what PostgreSQL does not understand of it, in its own words. */
export function writtenSqlSentence(error: unknown): string {
  const state = sqlState(error);
  // Class 42 is about the text; what is not permitted is not, and its message names what may be secret.
  if (!state?.startsWith("42") || state === "42501" || !(error instanceof Error)) return databaseSentence(error);
  return `PostgreSQL does not understand it: ${error.message} (${state}).`;
}
