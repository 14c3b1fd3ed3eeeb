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
  if (options.readOnly) return readAndRollBack(db, options, fn);
  return db
    .transaction()
    .setIsolationLevel(options.isolation ?? "read committed")
    .execute(async (trx) => {
      await setForTransaction(trx, settingsOf(options));
      return fn(trx);
    });
}

// A function of the database that is read, or of a check that somebody wrote, may set what holds for the session. That
// is taken back with the transaction, and would stay when it is committed.
async function readAndRollBack<T>(
  db: Kysely<unknown>,
  options: TransactionOptions,
  fn: (trx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  const trx = await db
    .startTransaction()
    .setIsolationLevel(options.isolation ?? "read committed")
    .setAccessMode("read only")
    .execute();
  const end = () => trx.rollback().execute();
  return endedBy(end, async () => {
    await setForTransaction(trx, settingsOf(options));
    return fn(trx);
  });
}

/** Ends what was begun, whatever becomes of the work. Where that failed, its error tells; a lost connection fails both. */
async function endedBy<T>(end: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await end().catch(() => undefined);
    throw error;
  }
  await end();
  return result;
}

/**
 * A read-only transaction in which SQL of others runs: checks that people wrote, views, functions of columns. Nothing
 * that they set or lock for the session is there for whoever has the connection next.
 */
export function inForeignRead<T>(
  db: Kysely<unknown>,
  options: Omit<TransactionOptions, "readOnly">,
  fn: (trx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  return db.connection().execute((connection) =>
    endedBy(
      () => sql`select pg_advisory_unlock_all()`.execute(connection),
      () => inTransaction(connection, { ...options, readOnly: true }, fn),
    ),
  );
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
