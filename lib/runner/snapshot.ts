import type { Kysely, Transaction } from "kysely";
import {
  databaseSentence,
  inTransaction,
  isLockTimeout,
  isStatementTimeout,
  setForTransaction,
  sqlState,
} from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hiddenRows } from "./hidden-rows";

const limits = {
  readOnly: true,
  isolation: "repeatable read",
  lockTimeoutMs: 5_000,
  statementTimeoutMs: 60_000,
  // What was read is stored before it ends, and millions of rows are hashed then.
  idleTimeoutMs: 120_000,
} as const;

/** Reads as of one moment, writes nothing and blocks nobody. */
export async function inSnapshot<T>(db: Kysely<unknown>, fn: (trx: Transaction<unknown>) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, limits, async (trx) => {
      // A policy that hid parents would make orphans of their children: better an error than a wrong number.
      await setForTransaction(trx, { row_security: "off" });
      return fn(trx);
    });
  } catch (error) {
    throw readFailure(error);
  }
}

/** What a person can do something about, in a sentence; anything else passes through. */
function readFailure(error: unknown): unknown {
  const hidden = hiddenRows(error);
  if (hidden !== null) return new AppError("refused", hidden, { cause: error });
  const isKnown = isLockTimeout(error) || isStatementTimeout(error) || sqlState(error) === "42501";
  if (!isKnown) return error;
  return new AppError("unavailable", `The rows could not be read. ${databaseSentence(error)}`, { cause: error });
}
