import pg from "pg";
import { databaseSentence } from "./errors";
import { isAboutText, serverWords } from "./server-words";

/** One sentence for whoever wrote the SQL: what PostgreSQL does not understand of it, in its own words. */
export function writtenSqlSentence(error: unknown): string {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return databaseSentence(error);
  const { code, message } = error;
  // What is not permitted is not about the text, and its message names what may be secret.
  if (code === "42501") return databaseSentence(error);
  if (code.startsWith("42")) return `PostgreSQL does not understand it: ${serverWords(error)}.`;
  if (code.startsWith("22") && isAboutText(error)) return `PostgreSQL does not understand it: ${message} (${code}).`;
  return databaseSentence(error);
}
