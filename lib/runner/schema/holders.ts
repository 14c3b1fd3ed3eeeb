import { type Kysely, sql } from "kysely";
import { databaseSentence } from "@/lib/db";

/** A session that keeps ours waiting. */
export interface Holder {
  pid: number;
  /** Null where our role may not see it. */
  application: string | null;
  user: string | null;
  state: string | null;
  since: string | null;
}

/** Who keeps the session `pid` waiting at this moment. */
export async function holdersOf(db: Kysely<unknown>, pid: number): Promise<Holder[]> {
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
export function holderSentence({ pid, application, user, state, since }: Holder): string {
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
 * Asks who is in the way while the statement still waits: once it has given up, nobody waits any more and PostgreSQL
 * cannot tell.
 */
export function watchHolders(
  db: Kysely<unknown>,
  pid: number,
  { sleep, lockTimeoutMs }: { sleep: (ms: number) => Promise<void>; lockTimeoutMs: number },
): Watch {
  let watching = true;
  const asked = (async () => {
    let known: Holder[] = [];
    for (let third = 0; third < 2 && watching; third += 1) {
      await sleep(lockTimeoutMs / 3);
      if (!watching) break;
      const found = await holdersOf(db, pid);
      if (found.length > 0) known = found;
    }
    return known.length > 0 ? known.map(holderSentence).join(", ") : "a session that had gone when it was asked for";
  })().catch((error: unknown) => `a session that could not be asked for: ${databaseSentence(error)}`);
  return {
    inTheWay: () => asked,
    stop() {
      watching = false;
    },
  };
}
