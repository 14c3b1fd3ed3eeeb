import pg from "pg";
import { databaseSentence, isConnectionLost, isLockTimeout, isSerializationFailure, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { counted } from "@/lib/repairs/wording";
import { hiddenRows } from "./hidden-rows";

/** Says why PostgreSQL would not change a batch. What is worth another try passes through. */
export function rowFailure(error: unknown): unknown {
  if (error instanceof AppError || isLockTimeout(error) || isSerializationFailure(error)) return error;
  const state = sqlState(error);
  if (state === null || isConnectionLost(error)) return error;
  return new AppError("conflict", sentenceOf(state, error), { cause: error });
}

/** What became of the rows, after a batch failed. */
export function whatStays(changed: number): string {
  if (changed === 0) return "Everything was rolled back; no row changed.";
  return `That batch was rolled back. ${counted(changed, "row")} had been changed before it; undo this run to take them back.`;
}

function sentenceOf(state: string, error: unknown): string {
  const { constraint, table, column, message } =
    error instanceof pg.DatabaseError ? error : ({} as Partial<pg.DatabaseError>);
  if (state === "23502") return `${table}.${column} may not be NULL.`;
  if (state.startsWith("23") && constraint) return `The constraint ${constraint} of ${table} does not allow it.`;
  if (state === "P0001") return `A trigger refused: ${message}.`;
  return hiddenRows(error) ?? databaseSentence(error);
}
