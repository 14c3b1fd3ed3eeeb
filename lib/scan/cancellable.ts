import { sql, type Transaction } from "kysely";
import type { Engine } from "@/lib/db";

const repeatMs = 250;

/**
 * Runs work on the transaction's own backend. When told to stop, has PostgreSQL cancel the statement it is at, again
 * and again: a request that comes between two statements cancels neither.
 */
export async function cancellable<T>(
  engine: Engine,
  trx: Transaction<unknown>,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
  const pid = rows[0]?.pid ?? null;
  let asked: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const ask = () => {
    asked = sql`select pg_cancel_backend(${pid}::integer)`.execute(engine.db).catch(() => undefined);
  };
  const stop = () => {
    ask();
    timer = setInterval(ask, repeatMs);
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener("abort", stop);
    clearInterval(timer);
    // The backend goes back to the pool: what was asked for must not hit whoever has it next.
    await asked;
  }
}
