import { setInterval } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { databaseSentence } from "@/lib/db";

/** A session that keeps ours waiting. */
interface Holder {
  pid: number;
  /** Null where our role may not see it. */
  application: string | null;
  user: string | null;
  state: string | null;
  since: string | null;
}

/** Who keeps the session `pid` waiting at this moment. */
async function holdersOf(db: Kysely<unknown>, pid: number): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select
      a.pid,
      nullif(a.application_name, '') as application,
      a.usename as "user",
      a.state,
      to_char(coalesce(a.query_start, a.xact_start) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"') as since
    from unnest(pg_blocking_pids(${pid})) as b (pid)
    join pg_catalog.pg_stat_activity a on a.pid = b.pid
    order by a.pid`.execute(db);
  return rows;
}

/** "process 4711 (psql, role app, idle in transaction, its last query started 2026-11-21 10:03:05 UTC)" */
function holderSentence({ pid, application, user, state, since }: Holder): string {
  const facts = [
    application,
    user && `role ${user}`,
    state,
    since && `its ${state === "active" ? "query" : "last query"} started ${since}`,
  ].filter((fact) => fact !== null && fact !== "");
  return facts.length > 0 ? `process ${pid} (${facts.join(", ")})` : `process ${pid}`;
}

export interface Watch {
  /** A sentence part: who was in the way, or why that is not known. */
  inTheWay(): Promise<string>;
  stop(): void;
}

/**
 * Asks every so often who is in the way while the statement still waits: once it has given up, nobody waits any more
 * and PostgreSQL cannot tell.
 */
export function watchHolders(db: Kysely<unknown>, pid: number, lockTimeoutMs: number): Watch {
  const stopped = new AbortController();
  let seen = "a session that had gone when it was asked for";
  const watching = (async () => {
    for await (const _ of setInterval(lockTimeoutMs / 3, null, { signal: stopped.signal })) {
      const holders = await holdersOf(db, pid);
      if (holders.length > 0) seen = holders.map(holderSentence).join(", ");
    }
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) seen = `a session that could not be asked for: ${databaseSentence(error)}`;
  });
  return {
    async inTheWay() {
      stopped.abort();
      await watching;
      return seen;
    },
    stop: () => stopped.abort(),
  };
}
