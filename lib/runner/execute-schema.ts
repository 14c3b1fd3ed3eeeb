import { type Kysely, sql } from "kysely";
import { askedOf, type Stop } from "./asked-of";
import type { Execution } from "./execution";
import { advance } from "./run-position";
import { markStepDone, markStepRunning } from "./run-step-state";
import { executeSchemaStep } from "./schema/execute-step";

/**
 * One transaction per step, or none where PostgreSQL demands that; what was done before a failure stays and is listed.
 * What an earlier worker did is not done again. Null: everything is done.
 */
export async function executeSchema(execution: Execution): Promise<Stop | null> {
  const { engine, run, at } = execution;
  const { db } = run.connection;
  const done = await stepsDone(db, run.id);
  for (const step of run.plan.body.steps.filter(({ position }) => !done.has(position))) {
    const asked = await askedOf(db, run, execution);
    if (asked.stop) return asked.stop;
    at(step.position);
    await markStepRunning(db, run.id, step.position);
    await executeSchemaStep(engine, step, {
      runId: run.id,
      actor: run.actor,
      reason: run.reason,
      record: async (trx, { affected }) => {
        await advance(trx, run, { changed: 1 });
        await markStepDone(trx, run.id, { position: step.position, affected });
      },
    });
  }
  return null;
}

async function stepsDone(db: Kysely<unknown>, runId: string): Promise<Set<number>> {
  const { rows } = await sql<{ position: number }>`
    select position from plumbline.run_steps where run_id = ${runId} and status = 'succeeded'
  `.execute(db);
  return new Set(rows.map(({ position }) => position));
}
