import { setTimeout as sleep } from "node:timers/promises";
import { isStatementTimeout, isUniqueViolation } from "@/lib/db";
import { askedOf, type Stop } from "./asked-of";
import { BatchFailures } from "./batch-failures";
import { laneOf, openLanes } from "./batch-lanes";
import { type BegunBatch, beginBatch } from "./begun-batch";
import type { Execution } from "./execution";
import { type Batch, nextBatch } from "./next-batch";
import { halved, nextPace, type Pace } from "./pace";
import { resumePace } from "./resume-pace";
import type { RunPosition } from "./run-position";
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

const nothingAhead: Promise<BegunBatch | null> = Promise.resolve(null);

/** Batch by batch, until nothing is left or somebody wants it to stop. Null: everything is done. */
export async function executeRows(execution: Execution): Promise<Stop | null> {
  const { engine, run, at } = execution;
  const { db } = engine;
  const { batching } = run.plan.body;
  if (!batching) throw new Error("A plan of rows says how they are cut into batches");
  const limits = { ...throttleLimits, ...execution.limits };
  const throttle = createThrottle(db, run.plan.table, { limits, patience });
  const options = { ...usual, say: (reason: string | null) => sayWhy(execution, reason) };
  const failures = new BatchFailures();
  const lanes = await openLanes(run);
  let pace: Pace | null = batching.rows === null ? null : await resumePace(db, run.id, batching.rows);
  let met: Met | null = null;
  let changed = 0;
  let ahead: Promise<BegunBatch | null> = nothingAhead;

  const next = (from: RunPosition) => nextBatch(db, run.plan.id, { ...batching, rows: pace?.rows ?? null }, from);
  const begin = (batch: Batch) =>
    beginBatch(
      {
        engine,
        run,
        db: laneOf(lanes, batch.number),
        options,
        changed: async () => changed,
        heldBack: () => throttle.heldBack(),
        at,
      },
      batch,
    );
  /** Its rows are changed while those before it are being audited. Rows that somebody held are known when that is committed. */
  const beginAhead = async (from: RunPosition) => {
    const batch = lanes.length > 1 ? await next(from) : null;
    return batch && !batch.held ? begin(batch) : null;
  };
  const abandon = async () => {
    const begun = ahead;
    ahead = nothingAhead;
    await (await begun.catch(() => null))?.abandon();
  };

  try {
    for (;;) {
      const asked = await askedOf(db, run, execution);
      if (asked.stop) return asked.stop;
      changed = asked.at.changed;
      const verdict = await throttle.look(met);
      met = null;
      if (verdict.kind !== "go") await abandon();
      if (await holdBack(execution, verdict, throttle.heldBack().reason !== null)) continue;
      const begun = await ahead;
      ahead = nothingAhead;
      const batch = begun?.batch ?? (await next(asked.at));
      if (!batch) return null;
      try {
        const done = await (begun ?? begin(batch)).finish({
          onward: () => {
            ahead = beginAhead({
              ...asked.at,
              position: Math.max(asked.at.position, batch.last),
              batches: batch.number,
            });
            ahead.catch(() => undefined);
          },
          again: abandon,
        });
        failures.note(false);
        pace &&= done.heldUpMs > limits.heldUpMs.soft ? halved(pace) : nextPace(pace, done);
        met = done;
      } catch (error) {
        await abandon();
        failures.note(true);
        if (!pace || pace.rows === 1 || !ranOutOfTime(error) || failures.areTooMany()) throw error;
        pace = halved(pace, 1);
      }
    }
  } finally {
    await abandon();
  }
}

/** Fewer rows may be done in time. What a rule of the table forbids, it forbids of fewer rows as well. */
function ranOutOfTime(error: unknown): boolean {
  return error instanceof Error && isStatementTimeout(error.cause);
}
