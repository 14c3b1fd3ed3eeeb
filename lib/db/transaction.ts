import { type Kysely, sql, type Transaction } from "kysely";

export interface TransactionOptions {
  readOnly?: boolean;
  isolation?: "read committed" | "repeatable read" | "serializable";
  lockTimeoutMs: number;
  statementTimeoutMs: number;
  /** How long the transaction may sit between two statements before the server ends it. */
  idleTimeoutMs?: number;
}

/** Runs `fn` in a transaction of its own, with timeouts and output formats that last exactly as long as it does. */
export function inTransaction<T>(
  db: Kysely<unknown>,
  options: TransactionOptions,
  fn: (trx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel(options.isolation ?? "read committed")
    .setAccessMode(options.readOnly ? "read only" : "read write")
    .execute(async (trx) => {
      await setForTransaction(trx, settingsOf(options));
      return fn(trx);
    });
}

/** What `inTransaction` sets; for a transaction that is begun by hand on a held connection. */
export function settingsOf(options: TransactionOptions): Record<string, string> {
  return {
    lock_timeout: `${options.lockTimeoutMs}ms`,
    statement_timeout: `${options.statementTimeoutMs}ms`,
    idle_in_transaction_session_timeout: `${options.idleTimeoutMs ?? 60_000}ms`,
    ...textFormats,
  };
}

/** `set local` for each, in one round trip. */
export async function setForTransaction(db: Kysely<unknown>, settings: Record<string, string>): Promise<void> {
  await sql`select set_config(key, value, true) from jsonb_each_text(${JSON.stringify(settings)}::jsonb)`.execute(db);
}

// Before-images and digests are text. The same value must give the same text whoever connects, from wherever.
const textFormats = {
  timezone: "UTC",
  datestyle: "ISO, YMD",
  intervalstyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
};
