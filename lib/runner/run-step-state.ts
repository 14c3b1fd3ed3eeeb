import { type Kysely, sql } from "kysely";

export interface StepRecord {
  position: number;
  affected: number | null;
  startedAt: Date;
}

export async function markStepRunning(db: Kysely<unknown>, runId: string, position: number): Promise<void> {
  await sql`
    update plumbline.run_steps set status = 'running', started_at = clock_timestamp()
    where run_id = ${runId} and position = ${position}
  `.execute(db);
}

export async function markStepDone(
  db: Kysely<unknown>,
  runId: string,
  { position, affected, startedAt }: StepRecord,
): Promise<void> {
  await sql`
    update plumbline.run_steps
    set status = 'succeeded', affected = ${affected}, started_at = coalesce(started_at, ${startedAt}), finished_at = clock_timestamp()
    where run_id = ${runId} and position = ${position}
  `.execute(db);
}
