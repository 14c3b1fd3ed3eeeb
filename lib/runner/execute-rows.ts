import { setTimeout as sleep } from "node:timers/promises";
import { askedOf, type Stop } from "./asked-of";
import type { Execution } from "./execution";
import { nextBatch } from "./next-batch";
import { runBatch } from "./run-batch";
import { type SchemaLimits, schemaLimits } from "./schema/limits";
import type { RetryOptions } from "./schema/lock-retry";

/** A row run gives up sooner than a schema step: its rows are usually free again at once. */
const rowLimits: SchemaLimits = {
  ...schemaLimits,
  tries: 5,
  pauseMs: 200,
  longestPauseMs: 3_000,
  statementTimeoutMs: 120_000,
};

const options: RetryOptions = { limits: rowLimits, sleep: (ms) => sleep(ms), random: Math.random };

/** Batch by batch, until nothing is left or somebody wants it to stop. Null: everything is done. */
export async function executeRows(execution: Execution): Promise<Stop | null> {
  const { engine, run, at } = execution;
  const { db } = run.connection;
  const { batching } = run.plan.body;
  if (!batching) throw new Error("A plan of rows says how they are cut into batches");
  for (;;) {
    const asked = await askedOf(db, run, execution);
    if (asked.stop) return asked.stop;
    const batch = await nextBatch(db, run.plan.id, batching, asked.at);
    if (!batch) return null;
    await runBatch({ engine, run, options, changed: asked.at.changed, at }, batch);
  }
}
