import { setTimeout as sleep } from "node:timers/promises";
import { isStatementTimeout, isUniqueViolation } from "@/lib/db";
import { askedOf, type Stop } from "./asked-of";
import { BatchFailures } from "./batch-failures";
import type { Execution } from "./execution";
import { nextBatch } from "./next-batch";
import { halved, nextPace, type Pace } from "./pace";
import { resumePace } from "./resume-pace";
import { runBatch } from "./run-batch";
import { type SchemaLimits, schemaLimits } from "./schema/limits";
import type { RetryOptions } from "./schema/lock-retry";
import type { Met } from "./throttle/gauge";
import { holdBack, sayWhy } from "./throttle/hold-back";
import { patience, throttleLimits } from "./throttle/limits";
import { createThrottle } from "./throttle/throttle";

/** A row run gives up sooner than a schema step: its rows are usually free again at once. */
const rowLimits: SchemaLimits = {
  ...schemaLimits,
  tries: 5,
  pauseMs: 200,
  longestPauseMs: 3_000,
  statementTimeoutMs: 120_000,
};

const usual: RetryOptions = {
  limits: rowLimits,
  sleep: (ms) => sleep(ms),
  random: Math.random,
  // Somebody wrote the same value after the rows were checked: checked again, those are skipped with the reason.
  onceMore: (error) => error instanceof Error && isUniqueViolation(error.cause),
};

/** Batch by batch, until nothing is left or somebody wants it to stop. Null: everything is done. */
export async function executeRows(execution: Execution): Promise<Stop | null> {
  const { engine, run, at } = execution;
  const { db } = run.connection;
  const { batching } = run.plan.body;
  if (!batching) throw new Error("A plan of rows says how they are cut into batches");
  const limits = { ...throttleLimits, ...execution.limits };
  const throttle = createThrottle(db, run.plan.table, { limits, patience });
  const options = { ...usual, say: (reason: string | null) => sayWhy(execution, reason) };
  const failures = new BatchFailures();
  let pace: Pace | null = batching.rows === null ? null : await resumePace(db, run.id, batching.rows);
  let met: Met | null = null;
  for (;;) {
    const asked = await askedOf(db, run, execution);
    if (asked.stop) return asked.stop;
    const batch = await nextBatch(db, run.plan.id, { ...batching, rows: pace?.rows ?? null }, asked.at);
    if (!batch) return null;
    const verdict = await throttle.look(met);
    met = null;
    if (await holdBack(execution, verdict, throttle.heldBack().reason !== null)) continue;
    try {
      const done = await runBatch(
        { engine, run, options, changed: asked.at.changed, heldBack: throttle.heldBack(), at },
        batch,
      );
      failures.note(false);
      pace &&= done.heldUpMs > limits.heldUpMs.soft ? halved(pace) : nextPace(pace, done);
      met = done;
    } catch (error) {
      failures.note(true);
      if (!pace || pace.rows === 1 || !ranOutOfTime(error) || failures.areTooMany()) throw error;
      pace = halved(pace, 1);
    }
  }
}

/** Fewer rows may be done in time. What a rule of the table forbids, it forbids of fewer rows as well. */
function ranOutOfTime(error: unknown): boolean {
  return error instanceof Error && isStatementTimeout(error.cause);
}
