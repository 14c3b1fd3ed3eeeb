import { AppError, type ErrorCode } from "@/lib/errors";
import { type FailedSave, recordFailure, type SaveFailure, withoutSecrets } from "./record-failure";
import type { ServicesContext } from "./services-context";

/** What the API answers where a save gave no row, though nothing refused it. */
export const dropped: SaveFailure = { code: "PGRST116", message: "The database gave no row of what was saved" };

const tryAgain = new Set(["40001", "40P01", "55P03", "57014", "PGRST003"]);

/** Keeps the record of a save that failed, and makes of the failure what the caller is told. `what` is "The purchase". */
export async function failedSave(context: ServicesContext, what: string, failed: FailedSave): Promise<AppError> {
  const failure = withoutSecrets(failed);
  const isKept = await recordFailure(context, { ...failed, failure });
  const { code, sentence } = explain(failure, failed.table);
  const where = isKept
    ? "The record is in the audit history."
    : "The audit history could not take the record either: the server's log has it.";
  return new AppError(code, `${what} was not saved. ${sentence} ${where}`, {
    cause: Object.assign(new Error(failure.message), { code: failure.code }),
  });
}

function explain(failure: SaveFailure, table: string): { code: ErrorCode; sentence: string } {
  const { code = "", message, details } = failure;
  if (code === "42P01" || code === "PGRST205") {
    const missing = /relation "([^"]+)" does not exist/.exec(`${message} ${details}`)?.[1] ?? `public.${table}`;
    return { code: "not_found", sentence: `This database has no table ${missing}.` };
  }
  if (code === "PGRST202")
    return { code: "unavailable", sentence: "The database lacks a function of Plumbline: apply its migrations." };
  if (code === dropped.code)
    return { code: "refused", sentence: "A trigger or a policy of the database's own dropped it." };
  if (code === "42501")
    return { code: "unavailable", sentence: `The connected role may not write ${table}: grant it to the role.` };
  if (tryAgain.has(code))
    return { code: "unavailable", sentence: "The database was busy with the same rows. Try again in a moment." };
  // The words of a trigger may quote rows that are not the caller's.
  if (code.startsWith("P0")) return { code: "refused", sentence: `A rule of the database's own refused it (${code}).` };
  if (/^(22|23|42|44|PGRST204)/.test(code))
    return { code: "refused", sentence: `The database refused it: ${message} (${code}).` };
  return { code: "unavailable", sentence: "The database could not be reached or did not answer. Try again." };
}
