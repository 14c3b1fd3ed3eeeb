import { type Kysely, type RawBuilder, sql } from "kysely";

function lockKey(runId: string): RawBuilder<unknown> {
  return sql`hashtextextended('plumbline.run:' || ${runId}, 0)`;
}

/** Held by the run's own connection from before the run is visible until its end. */
export async function holdRunLock(db: Kysely<unknown>, runId: string): Promise<void> {
  await sql`select pg_advisory_lock(${lockKey(runId)})`.execute(db);
}

/** Is some connection, of whatever process, still executing this run. */
export async function isRunHeld(db: Kysely<unknown>, runId: string): Promise<boolean> {
  // Shared, so that two who ask at the same moment do not take each other for the executor.
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock_shared(${lockKey(runId)}) as free`.execute(db);
  return rows[0]?.free !== true;
}
