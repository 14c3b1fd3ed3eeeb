import { databaseSentence, isConnectionLost, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { PlanStep } from "@/lib/plans/types";
import { nameOf } from "@/lib/repairs/wording";

const sentences: Record<string, (table: string) => string> = {
  "23502": (table) =>
    `Rows of ${table} hold NULL in this column by now, so it cannot become NOT NULL again. Fill or link them first.`,
  "23503": (table) =>
    `Some rows of ${table} name a parent that is not there. Clean the orphans first; a foreign key that was added stops new ones.`,
  "23505": (table) =>
    `Some values are used by more than one row of ${table} by now. Decide which rows stay, then preview again.`,
  "23514": (table) =>
    `Some rows of ${table} break the rule that this step would prove. Scan again, mend those rows, then preview again.`,
  "22000": (table) => `A value of ${table} would not stay the same in the other type, so nothing was converted.`,
  "22003": (table) => `A value of ${table} does not fit the other type, so nothing was converted.`,
  "22007": (table) => `A value of ${table} is not a date or time of the other type, so nothing was converted.`,
  "22P02": (table) => `A value of ${table} cannot be read as the other type, so nothing was converted.`,
  "2BP01": (table) =>
    `Something relies on what this step would remove from ${table}, a foreign key perhaps. Undo that first.`,
  "42501": (table) => `Plumbline's database user may not do this: it has to own ${table}.`,
  "42704": (table) => `What this step changes is no longer in ${table}. Preview again.`,
  "42710": (table) => `${table} has something of that name by now. Preview again.`,
  "42P07": (table) => `Something of that name is in the schema of ${table} by now. Preview again.`,
};

/** Says what PostgreSQL would not do in this step. Errors that it did not report pass through as they are. */
export function stepFailure(step: PlanStep, error: unknown): unknown {
  const state = sqlState(error);
  if (error instanceof AppError || state === null || isConnectionLost(error)) return error;
  const sentence = sentences[state]?.(nameOf(step.lock.table)) ?? databaseSentence(error);
  return new AppError("conflict", sentence, { cause: error });
}

/** Who is in the way, before the next try. */
export function lockHeld(step: PlanStep, { tried, tries }: { tried: number; tries: number }, inTheWay: string): string {
  return `The lock on ${nameOf(step.lock.table)} could not be had at try ${tried} of ${tries}; the next one follows. In the way: ${inTheWay}.`;
}

/** Who was in the way, after the last try. */
export function lockFailure(step: PlanStep, tries: number, inTheWay: string, error: unknown): AppError {
  const times = tries === 1 ? "1 try" : `${tries} tries`;
  return new AppError(
    "conflict",
    `The lock on ${nameOf(step.lock.table)} could not be had in ${times}. In the way: ${inTheWay}. This step changed nothing; try again when that has ended.`,
    { cause: error },
  );
}
