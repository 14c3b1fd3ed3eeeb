import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type pg from "pg";
import type { Engine } from "@/lib/db";

/** A connection that falls idle reports what it wrote within ten seconds, and mostly at once. */
export const reportWithinMs = 12_500;
const everyMs = 250;

/** Has the idle connections of this process report now what they wrote. Needs PostgreSQL 15. */
export async function reportOwnWrites({ pool, runPool }: Engine): Promise<void> {
  await Promise.all([pool, runPool].map(reportIdle));
}

async function reportIdle(pool: pg.Pool): Promise<void> {
  // Checked out all at once, so that each of them is asked and none twice.
  const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  await Promise.all(
    clients.map(async (client) => {
      let broken: Error | undefined;
      await client.query("select pg_stat_force_next_flush()").catch((error: Error) => {
        broken = error;
      });
      client.release(broken);
    }),
  );
}

/** The moment by the database's clock, and which database it is. */
export async function readClock(engine: Engine): Promise<{ now: Date; serverVersion: number }> {
  const { rows } = await sql<{ now: Date; serverVersion: number }>`
    select clock_timestamp() as now, current_setting('server_version_num')::integer as "serverVersion"
  `.execute(engine.db);
  const [clock] = rows;
  if (!clock) throw new Error("The server did not say the time.");
  return clock;
}

/** Whether somebody else's connection may still hold back the count of what it wrote before that moment. */
export async function mayHoldBack(engine: Engine, before: Date): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (
      select 1
      from pg_stat_activity as a
      where a.datname = current_database()
        and a.pid <> pg_backend_pid()
        and a.backend_start <= ${before}::timestamptz
        and (a.backend_type = 'client backend' or a.backend_type like 'logical replication%')
        -- The engine writes to Plumbline's own schema only, but for runs, which measure what they mended; the API is called otherwise.
        and a.application_name <> 'plumbline'
        and case
          -- Nothing is reported within a transaction; one that began a while after shows that there was a pause.
          when a.state is distinct from 'idle' then coalesce(a.xact_start <= ${before}::timestamptz + interval '1.1 seconds', true)
          else a.state_change <= ${before}::timestamptz + interval '1.1 seconds' and a.state_change > clock_timestamp() - interval '11 seconds'
        end
    ) as held
  `.execute(engine.db);
  return rows[0]?.held ?? true;
}

/** Waits until nobody holds anything back from before that moment; false where that takes too long. */
export async function untilReported(engine: Engine, before: Date, signal: AbortSignal): Promise<boolean> {
  const endsAt = performance.now() + reportWithinMs;
  while (await mayHoldBack(engine, before)) {
    if (performance.now() > endsAt) return false;
    await sleep(everyMs, undefined, { signal });
  }
  return true;
}
