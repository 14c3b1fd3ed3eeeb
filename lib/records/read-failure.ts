import { AppError } from "@/lib/errors";
import type { RecordDefinition } from "./define";
import { tooLate } from "./records-context";

/** What supabase-js answers instead of rows. */
export interface ApiFailure {
  code?: string;
  message: string;
}

const absentCodes = new Set(["42P01", "PGRST205"]);
const badValueCodes = new Set(["22P02", "22003", "22007", "22008", "42883"]);
const missingColumnCode = "42703";
const timeoutCodes = new Set(["57014", "PGRST003"]);

/** The table is not in the connected database: a state to show, not a failure. */
export function isAbsent(failure: ApiFailure): boolean {
  return absentCodes.has(failure.code ?? "");
}

/** The table or a column of it went while it was being read. */
export function isChangedTable(error: unknown): boolean {
  const failure = error instanceof AppError ? (error.cause as ApiFailure | undefined) : undefined;
  return failure !== undefined && (isAbsent(failure) || failure.code === missingColumnCode);
}

export function isMissingColumn(failure: ApiFailure): boolean {
  return failure.code === missingColumnCode;
}

export function isBadValue(failure: ApiFailure): boolean {
  return badValueCodes.has(failure.code ?? "");
}

/** The sentence for people; what the database said stays in the cause, for the log. */
export function readFailure({ table }: RecordDefinition, failure: ApiFailure): AppError {
  const options = { cause: failure };
  const code = failure.code ?? "";
  if (badValueCodes.has(code)) {
    return new AppError(
      "invalid",
      `A filter of ${table} has a value that its column cannot hold. Change or remove it.`,
      options,
    );
  }
  if (timeoutCodes.has(code) || /abort|timeout/i.test(failure.message)) {
    return tooLate(failure);
  }
  if (code === "42501") {
    return new AppError("unavailable", `The connected role may not read ${table}. Grant it SELECT.`, options);
  }
  return new AppError(
    "unavailable",
    `${table} could not be read. Try again; if it stays so, look into the server's log.`,
    options,
  );
}
