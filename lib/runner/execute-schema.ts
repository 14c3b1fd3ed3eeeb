import { emit } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import type { ClaimedRun } from "./claim-run";
import { finishRun } from "./finish-run";
import { inOwnTransaction } from "./own-transaction";
import { markStepDone, markStepRunning } from "./run-step-state";
import { executeSchemaStep } from "./schema/execute-step";

/** One transaction per step, or none where PostgreSQL demands that; what was done before a failure stays and is listed. */
export async function executeSchema(engine: Engine, run: ClaimedRun, at: (position: number) => void): Promise<void> {
  const { steps } = run.plan.body;
  for (const step of steps) {
    at(step.position);
    const startedAt = new Date();
    await markStepRunning(run.connection.db, run.id, step.position);
    await executeSchemaStep(engine, step, {
      runId: run.id,
      actor: run.actor,
      reason: run.reason,
      record: (db, { affected }) => markStepDone(db, run.id, { position: step.position, affected, startedAt }),
    });
  }
  await inOwnTransaction(run.connection.db, async (trx) => {
    await finishRun(trx, run.id, { status: "succeeded", changed: steps.length });
    await emit(trx, {
      action: "run.finish",
      actor: run.actor,
      message: `Done: ${steps.map(({ title }) => title).join("; ")}.`,
      table: run.plan.table,
      runId: run.id,
      details: { plan: run.plan.id, repair: run.plan.repair, reason: run.reason },
    });
  });
}
