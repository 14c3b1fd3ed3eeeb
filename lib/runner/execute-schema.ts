import { type Kysely, sql } from "kysely";
import type { Engine } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import { askedOf, type Stop, Stopped } from "./asked-of";
import type { Execution } from "./execution";
import { advance, readPosition } from "./run-position";
import { markStepDone, markStepProgress, markStepRunning } from "./run-step-state";
import { executePart, type Part } from "./schema/execute-repeated";
import { executeSchemaStep } from "./schema/execute-step";
import type { SchemaStepContext } from "./schema/step-context";
import { holdBack, sayWhy } from "./throttle/hold-back";
import { patience, throttleLimits } from "./throttle/limits";
import { createThrottle } from "./throttle/throttle";

/**
 * One transaction per step, or none where PostgreSQL demands that; what was done before a failure stays and is listed.
 * What an earlier worker did is not done again. Null: everything is done.
 */
export async function executeSchema(execution: Execution): Promise<Stop | null> {
  try {
    await everyStep(execution);
    return null;
  } catch (error) {
    if (error instanceof Stopped) return error.stop;
    throw error;
  }
}

async function everyStep(execution: Execution): Promise<void> {
  const { engine, run, at } = execution;
  const { db } = run.connection;
  const ready = readiness(execution);
  const done = await stepsDone(db, run.id);
  for (const step of run.plan.body.steps.filter(({ position }) => !done.has(position))) {
    await ready();
    at(step.position);
    await markStepRunning(db, run, step.position);
    const context = contextOf(execution, step, ready);
    await (step.repeats ? inParts(engine, step, context) : executeSchemaStep(engine, step, context));
  }
}

/** Between two parts it can be paused; who goes on begins anew, and what is done already is passed over. */
async function inParts(engine: Engine, step: PlanStep, context: SchemaStepContext): Promise<void> {
  let part: Part = { after: "", affected: 0 };
  while (part.after !== null) {
    part = await executePart(engine, step, context, part);
    if (part.after !== null) await context.ready?.();
  }
}

/** Before a step, a part of one, and another try: whether the run is to stop, and whether the database is fit for it. */
function readiness(execution: Execution): () => Promise<void> {
  const { run, limits } = execution;
  const { db } = run.connection;
  const throttle = createThrottle(db, run.plan.table, { limits: { ...throttleLimits, ...limits }, patience });
  return async () => {
    let isHolding = false;
    for (;;) {
      const { stop } = await askedOf(db, run, execution);
      if (stop) throw new Stopped(stop);
      const verdict = await throttle.look(null);
      if (!(await holdBack(execution, verdict, isHolding))) return;
      isHolding = true;
    }
  };
}

function contextOf(execution: Execution, { position }: PlanStep, ready: () => Promise<void>): SchemaStepContext {
  const { run, lost } = execution;
  return {
    runId: run.id,
    actor: run.actor,
    reason: run.reason,
    db: run.connection.db,
    ready,
    fence: (db) => readPosition(db, run),
    say: (reason) => sayWhy(execution, reason),
    lost,
    record: async (trx, { affected, isPart }) => {
      await advance(trx, run, { changed: isPart ? 0 : 1 });
      await (isPart ? markStepProgress : markStepDone)(trx, run.id, { position, affected });
    },
  };
}

async function stepsDone(db: Kysely<unknown>, runId: string): Promise<Set<number>> {
  const { rows } = await sql<{ position: number }>`
    select position from plumbline.run_steps where run_id = ${runId} and status = 'succeeded'
  `.execute(db);
  return new Set(rows.map(({ position }) => position));
}
