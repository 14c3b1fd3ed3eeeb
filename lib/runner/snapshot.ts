import type { Kysely, Transaction } from "kysely";
import { inTransaction, setForTransaction } from "@/lib/db";

/** Reads as of one moment, writes nothing and blocks nobody. */
export function inSnapshot<T>(db: Kysely<unknown>, fn: (trx: Transaction<unknown>) => Promise<T>): Promise<T> {
  const options = {
    readOnly: true,
    isolation: "repeatable read",
    lockTimeoutMs: 5_000,
    statementTimeoutMs: 60_000,
  } as const;
  return inTransaction(db, options, async (trx) => {
    // A policy that hid parents would make orphans of their children: better an error than a wrong number.
    await setForTransaction(trx, { row_security: "off" });
    return fn(trx);
  });
}
