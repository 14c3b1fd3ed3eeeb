import { type Kysely, sql } from "kysely";

export interface StepRecord {
  position: number;
  affected: number | null;
}

/** Not where somebody else has the run by now, who may have done it. */
export async function markStepRunning(
  db: Kysely<unknown>,
  { id, epoch }: { id: string; epoch: number },
  position: number,
): Promise<void> {
  await sql`
    update plumbline.run_steps as s set status = 'running', started_at = clock_timestamp()
    from plumbline.runs as r
    where r.id = ${id} and r.epoch = ${epoch}::bigint and s.run_id = r.id and s.position = ${position} and s.status <> 'succeeded'
  `.execute(db);
}

/** Of a step of many parts, after each: how many rows it has done since it was begun. */
export async function markStepProgress(
  db: Kysely<unknown>,
  runId: string,
  { position, affected }: StepRecord,
): Promise<void> {
  await sql`
    update plumbline.run_steps set affected = ${affected}, progressed_at = clock_timestamp()
    where run_id = ${runId} and position = ${position}
  `.execute(db);
}

export async function markStepDone(
  db: Kysely<unknown>,
  runId: string,
  { position, affected }: StepRecord,
): Promise<void> {
  await sql`
    update plumbline.run_steps
    set status = 'succeeded', affected = ${affected}, finished_at = clock_timestamp()
    where run_id = ${runId} and position = ${position}
  `.execute(db);
}

/** Adds what a batch did in each of its steps. */
export async function recordSteps(db: Kysely<unknown>, runId: string, done: readonly StepRecord[]): Promise<void> {
  await sql`
    update plumbline.run_steps as s
    set
      status = 'running',
      affected = case when d.affected is null then s.affected else coalesce(s.affected, 0) + d.affected end,
      started_at = coalesce(s.started_at, now())
    from unnest(
      ${done.map(({ position }) => position)}::integer[], ${done.map(({ affected }) => affected)}::bigint[]
    ) as d (position, affected)
    where s.run_id = ${runId} and s.position = d.position
  `.execute(db);
}

/** When the last batch is done, every step is. */
export async function markAllDone(db: Kysely<unknown>, runId: string): Promise<void> {
  await sql`
    update plumbline.run_steps set status = 'succeeded', finished_at = clock_timestamp()
    where run_id = ${runId} and status <> 'succeeded'
  `.execute(db);
}

/** Marks the step that was under way as failed; where the run goes on later, it is to be done again. */
export async function leaveSteps(
  db: Kysely<unknown>,
  runId: string,
  failed: { position: number; error: string } | null,
): Promise<void> {
  await sql`
    update plumbline.run_steps
    set
      status = case when position = ${failed?.position ?? 0}::integer then 'failed' else 'pending' end,
      error = case when position = ${failed?.position ?? 0}::integer then ${failed?.error ?? null} end,
      finished_at = case when position = ${failed?.position ?? 0}::integer then clock_timestamp() end
    where run_id = ${runId} and (status = 'running' or position = ${failed?.position ?? 0}::integer)
  `.execute(db);
}
