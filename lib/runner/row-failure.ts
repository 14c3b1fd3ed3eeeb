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
  const { constraint, table, column, where } =
    error instanceof pg.DatabaseError ? error : ({} as Partial<pg.DatabaseError>);
  if (state === "23502") return `${table}.${column} may not be NULL.`;
  if (state.startsWith("23") && constraint) return `The constraint ${constraint} of ${table} does not allow it.`;
  // What the server has run out of is no refusal, whichever function came upon it.
  if (state.startsWith("53")) return databaseSentence(error);
  return raisedBy(where) ?? hiddenRows(error) ?? databaseSentence(error);
}

/** Viewers and the audit history read this: like every sentence of the database it names objects, and no value of a row. */
function raisedBy(where: string | undefined): string | null {
  const [, name, line] = /^PL\/pgSQL function ([^\n(]+)\([^\n]*\) line (\d+) at RAISE/.exec(where ?? "") ?? [];
  if (name === undefined) return null;
  return `The function ${name}, which a trigger of the table calls, refused it (line ${line}). What it said may quote a row, so it is only in the log of Plumbline's server.`;
}
