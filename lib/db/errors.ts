import pg from "pg";
import { serverWords } from "./server-words";

/** The five characters of an error that PostgreSQL reported, or null for any other error. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : codeOf(error, /^[0-9A-Z]{5}$/);
}

/** Somebody else held the lock for longer than `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === "55P03";
}

/** `statement_timeout` ran out, or somebody cancelled the query. */
export function isStatementTimeout(error: unknown): boolean {
  return sqlState(error) === "57014";
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** Two transactions wait for each other, or a snapshot is no longer possible: worth another try. */
export function isSerializationFailure(error: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(error) ?? "");
}

/** The connection is gone or was never made; nothing is known of the last statement. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return state.startsWith("08") || ["57P01", "57P02", "57P03", "25P03"].includes(state);
  if (codeOf(error, /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  );
}

/** A replica ended the query: what the primary did could not wait for it any longer. */
function isReplayConflict(error: unknown): boolean {
  return sqlState(error) === "40001" && error instanceof Error && error.message.includes("conflict with recovery");
}

/** One sentence for people: what the database would not do. Names objects of the schema, never values of rows. */
export function databaseSentence(error: unknown): string {
  if (isConnectionLost(error)) return "The connection to the database was lost.";
  if (isLockTimeout(error)) return "Somebody else holds a lock on the table.";
  if (isStatementTimeout(error)) return "The query took longer than it may and was stopped.";
  if (isReplayConflict(error)) return replayConflict;
  const state = sqlState(error);
  const known = state === null ? undefined : sentences[state];
  if (known) return known;
  if (error instanceof pg.DatabaseError) return `PostgreSQL refused: ${serverWords(error)}.`;
  return "The database could not be asked.";
}

const replayConflict =
  "The replica ended the query, to go on with what the primary had done. Set hot_standby_feedback to on there, or a longer max_standby_streaming_delay.";

const sentences: Record<string, string> = {
  "22021": "A text holds the character NUL, which PostgreSQL cannot store. Remove it.",
  "25006": "The database only allows reading at the moment.",
  "42501": "Plumbline's database user is not permitted to do this.",
  "42P01": "The table is not there any more.",
  "42703": "A column is not there any more.",
  "53100": "The database has no disk space left.",
  "53300": "The database accepts no more connections at the moment.",
  "40P01": "Two transactions waited for each other; PostgreSQL ended this one.",
};

function codeOf(error: unknown, shape: RegExp): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" && shape.test(error.code) ? error.code : null;
}
