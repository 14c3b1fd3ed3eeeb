import { type Engine, type Statement, settingsOf } from "@/lib/db";
import { type Watch, watchHolders } from "./holders";
import type { RetryOptions } from "./lock-retry";

/** One statement outside any transaction, on a connection that is closed afterwards: its timeouts are the session's. */
export async function runAlone(
  engine: Engine,
  statement: Statement,
  { limits }: RetryOptions,
  watched: (watch: Watch) => void,
): Promise<void> {
  const lockTimeoutMs = limits.concurrentLockTimeoutMs;
  const settings = settingsOf({ lockTimeoutMs, statementTimeoutMs: limits.statementTimeoutMs });
  const client = await engine.pool.connect();
  try {
    await client.query("select set_config(key, value, false) from jsonb_each_text($1::jsonb)", [
      JSON.stringify(settings),
    ]);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const watch = watchHolders(engine.db, rows[0]?.pid ?? 0, lockTimeoutMs);
    watched(watch);
    await client.query(statement.sql, statement.parameters);
    watch.stop();
  } finally {
    client.release(true);
  }
}
