import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { getConfig } from "@/lib/config";
import { createEngine, databaseSentence, type Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";

const patienceMs = 60_000;
const everyMs = 250;

export interface Reader {
  engine: Engine;
  /** The rows it reads are as new as the write counters of the database, so that the two may be compared next time. */
  isInStep: boolean;
  close(): Promise<void>;
}

/** Where rows are read: the replica where there is one, once it has all that was committed before; else the database itself. */
export async function openReader(
  engine: Engine,
  signal: AbortSignal,
  url: string | null = getConfig().replicaUrl,
): Promise<Reader> {
  if (url === null) return { engine, isInStep: true, close: async () => undefined };
  const replica = createEngine(url);
  try {
    const isInStep = await catchUp(engine, replica, signal);
    return { engine: replica, isInStep, close: replica.close };
  } catch (error) {
    await replica.close();
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw new AppError("unavailable", `The replica (DATABASE_REPLICA_URL) cannot be read. ${databaseSentence(error)}`, {
      cause: error,
    });
  }
}

/** False where the replica does not say how far it is, as those of some clouds do not. */
async function catchUp(engine: Engine, replica: Engine, signal: AbortSignal): Promise<boolean> {
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_lsn() as lsn`.execute(engine.db);
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const reached = await hasReplayed(replica, rows[0]?.lsn ?? "");
    if (reached !== false) return reached === true;
    if (performance.now() > endsAt) {
      throw new AppError(
        "unavailable",
        "The replica (DATABASE_REPLICA_URL) is more than a minute behind, so its rows would not be those of now. Scan again when it has caught up.",
      );
    }
    await sleep(everyMs, undefined, { signal });
  }
}

async function hasReplayed(replica: Engine, lsn: string): Promise<boolean | null> {
  const { rows } = await sql<{ reached: boolean | null }>`
    select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn end as reached
  `.execute(replica.db);
  return rows[0]?.reached ?? null;
}
