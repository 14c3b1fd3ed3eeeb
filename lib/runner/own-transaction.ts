import type { Kysely, Transaction } from "kysely";
import { inTransaction, isLockTimeout } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Writes to Plumbline's own tables, its audit included, which one transaction at a time appends to. */
export async function inOwnTransaction<T>(
  db: Kysely<unknown>,
  fn: (trx: Transaction<unknown>) => Promise<T>,
  options: { idleTimeoutMs?: number } = {},
): Promise<T> {
  try {
    return await inTransaction(db, { lockTimeoutMs: 10_000, statementTimeoutMs: 60_000, ...options }, fn);
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const sentence = "Another run is writing its audit rows at this moment. Try again when it has ended.";
    throw new AppError("unavailable", sentence, { cause: error });
  }
}
