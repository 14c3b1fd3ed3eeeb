import type pg from "pg";
import type { NamedIndex } from "@/lib/catalog/types";
import { type Engine, type Statement, settingsOf } from "@/lib/db";
import { attemptKey, formerAttempt } from "./former-attempt";
import { type Watch, watchHolders } from "./holders";
import type { RetryOptions } from "./lock-retry";

const everyMs = 500;

/** Runs a statement outside any transaction. */
export type RunAlone = (statement: Statement) => Promise<void>;

/**
 * Works on an index outside any transaction, on a connection that is closed afterwards: its timeouts are the session's.
 * What a killed worker had under way goes on in the server, so the session first waits until no other is at work on it.
 */
export async function workAlone(
  engine: Engine,
  index: NamedIndex,
  options: RetryOptions,
  watched: (watch: Watch) => void,
  work: (run: RunAlone) => Promise<void>,
): Promise<void> {
  const { concurrentLockTimeoutMs: lockTimeoutMs, statementTimeoutMs } = options.limits;
  const client = await engine.pool.connect();
  try {
    const settings = JSON.stringify(settingsOf({ lockTimeoutMs, statementTimeoutMs }));
    await client.query("select set_config(key, value, false) from jsonb_each_text($1::jsonb)", [settings]);
    await waitForOthers(client, engine, index, options);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await work(async (statement) => {
      const watch = watchHolders(engine.db, rows[0]?.pid ?? 0, lockTimeoutMs);
      watched(watch);
      await client.query(statement.sql, statement.parameters);
      watch.stop();
    });
  } finally {
    client.release(true);
  }
}

async function waitForOthers(client: pg.PoolClient, { db }: Engine, index: NamedIndex, options: RetryOptions) {
  const take = async () => {
    const taken = "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken";
    const { rows } = await client.query<{ taken: boolean }>(taken, [attemptKey(index)]);
    return rows[0]?.taken === true;
  };
  let waited = false;
  while (!(await take())) {
    waited = true;
    await options.say?.(await formerAttempt(db, index));
    await options.sleep(everyMs);
    options.lost?.throwIfAborted();
    await options.ready?.();
  }
  if (waited) await options.say?.(null);
}
