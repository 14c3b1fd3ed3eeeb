import { setInterval } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { databaseSentence } from "@/lib/db";
import { log } from "@/lib/log";

export interface Waiters {
  /** How long the longest of them had to wait until now. */
  longestMs(): number;
  stop(): void;
}

const everyMs = 60;

/** Looks every so often whether another session waits for what the session `pid` has locked; only meanwhile can that be told. */
export function watchWaiters(db: Kysely<unknown>, pid: number): Waiters {
  const stopped = new AbortController();
  let longest = 0;
  void (async () => {
    for await (const _ of setInterval(everyMs, null, { signal: stopped.signal })) {
      longest = Math.max(longest, await longestWait(db, pid));
    }
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) log.warn({ reason: databaseSentence(error) }, "waiting sessions could not be seen");
  });
  return { longestMs: () => longest, stop: () => stopped.abort() };
}

/** Plumbline's own sessions are not meant: a run's lease is written beside its batches. */
async function longestWait(db: Kysely<unknown>, pid: number): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select max(w.ms)::float8 as ms
    from pg_catalog.pg_stat_activity as a
    cross join lateral (
      select extract(epoch from clock_timestamp() - min(l.waitstart)) * 1000 as ms
      from pg_catalog.pg_locks as l
      where l.pid = a.pid and not l.granted
    ) as w
    where a.datname = current_database() and a.wait_event_type = 'Lock' and a.application_name <> 'plumbline'
      and ${pid}::integer = any(pg_blocking_pids(a.pid))
  `.execute(db);
  return rows[0]?.ms ?? 0;
}
