import pg from "pg";
import { databaseSentence, isLockTimeout, isSerializationFailure, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hiddenRows } from "./hidden-rows";

const rolledBack = "Everything was rolled back; no row changed.";

/** Says why PostgreSQL would not make the change. A lock that was not had passes through: it is worth another try. */
export function rowFailure(error: unknown): unknown {
  if (error instanceof AppError || isLockTimeout(error) || isSerializationFailure(error)) return error;
  const state = sqlState(error);
  if (state === null) return error;
  return new AppError("conflict", `${sentenceOf(state, error)} ${rolledBack}`, { cause: error });
}

function sentenceOf(state: string, error: unknown): string {
  const { constraint, table, column, message } =
    error instanceof pg.DatabaseError ? error : ({} as Partial<pg.DatabaseError>);
  if (state === "23502") return `${table}.${column} may not be NULL.`;
  if (state.startsWith("23") && constraint) return `The constraint ${constraint} of ${table} does not allow it.`;
  if (state === "P0001") return `A trigger refused: ${message}.`;
  return hiddenRows(error) ?? databaseSentence(error);
}
