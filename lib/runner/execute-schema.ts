import { type Kysely, sql } from "kysely";
import type { PlanStep } from "@/lib/plans/types";
import { askedOf, type Stop } from "./asked-of";
import type { Execution } from "./execution";
import { advance } from "./run-position";
import { markStepDone, markStepRunning } from "./run-step-state";
import { executePart, type Part } from "./schema/execute-repeated";
import { executeSchemaStep } from "./schema/execute-step";
import type { SchemaStepContext } from "./schema/step-context";
import type { TakenRun } from "./take-run";

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
    const context = contextOf(run, step);
    if (!step.repeats) {
      await executeSchemaStep(engine, step, context);
      continue;
    }
    const stop = await inParts(execution, step, context);
    if (stop) return stop;
  }
  return null;
}

/** Between two parts it can be paused; who goes on begins anew, and what is done already is passed over. */
async function inParts(execution: Execution, step: PlanStep, context: SchemaStepContext): Promise<Stop | null> {
  let part: Part = { after: "", affected: 0 };
  while (part.after !== null) {
    part = await executePart(execution.engine, step, context, part);
    const { stop } = await askedOf(execution.run.connection.db, execution.run, execution);
    if (stop && part.after !== null) return stop;
  }
  return null;
}

function contextOf(run: TakenRun, { position }: PlanStep): SchemaStepContext {
  return {
    runId: run.id,
    actor: run.actor,
    reason: run.reason,
    db: run.connection.db,
    record: async (trx, { affected, isPart }) => {
      await advance(trx, run, { changed: isPart ? 0 : 1 });
      if (!isPart) await markStepDone(trx, run.id, { position, affected });
    },
  };
}

async function stepsDone(db: Kysely<unknown>, runId: string): Promise<Set<number>> {
  const { rows } = await sql<{ position: number }>`
    select position from plumbline.run_steps where run_id = ${runId} and status = 'succeeded'
  `.execute(db);
  return new Set(rows.map(({ position }) => position));
}
