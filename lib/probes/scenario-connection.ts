import type pg from "pg";
import { settingsOf } from "@/lib/db";

/** Waiting for a row that somebody holds would keep those waiting who want ours. */
export const lockTimeoutMs = 500;

/**
 * A connection in a transaction that ends with ROLLBACK whatever becomes of the work. It is thrown away afterwards, with
 * all that a statement may have set, locked or prepared for its session.
 */
export async function inScenario<T>(
  pool: Pick<pg.Pool, "connect">,
  limitMs: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level read committed, read write");
    const settings = settingsOf({ lockTimeoutMs, statementTimeoutMs: limitMs, idleTimeoutMs: limitMs });
    await client.query("select set_config(key, value, true) from jsonb_each_text($1::jsonb)", [
      JSON.stringify(settings),
    ]);
    return await work(client);
  } finally {
    // Where it cannot be said, the connection is gone, and PostgreSQL rolls back by itself.
    await client.query("rollback").catch(() => undefined);
    client.release(true);
  }
}
