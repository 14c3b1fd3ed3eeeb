import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { emit } from "@/lib/audit/emit";
import { type Engine, executeStatement, inTransaction, setForTransaction, toCount } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import { watchHolders } from "./holders";
import { schemaLimits } from "./limits";
import { type RetryOptions, withLockRetry } from "./lock-retry";
import type { SchemaStepContext } from "./step-context";
import { stepEvent } from "./step-event";

/** A part waits for the rows that somebody holds, and gives up sooner than it would keep others waiting. */
const usual: RetryOptions = {
  limits: { ...schemaLimits, lockTimeoutMs: 2_000, statementTimeoutMs: 120_000 },
  sleep: (ms) => sleep(ms),
  random: Math.random,
};

/** Where a step of many parts stands. */
export interface Part {
  /** How far the parts before came; empty at the beginning, null at the end. */
  after: string | null;
  affected: number;
}

/** Does the next part of such a step; with the last comes its audit row. A part that is done twice does nothing the second time. */
export function executePart(engine: Engine, step: PlanStep, context: SchemaStepContext, before: Part): Promise<Part> {
  const options = { ...usual, ready: context.ready, say: context.say };
  const { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs } = options.limits;
  return withLockRetry(step, options, (watched) =>
    inTransaction(context.db, { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs }, async (trx) => {
      const pid = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      const watch = watchHolders(engine.db, pid.rows[0]?.pid ?? 0, lockTimeoutMs);
      watched(watch);
      await setForTransaction(trx, { "plumbline.after": before.after ?? "" });
      const { rows } = await executeStatement<{ after: string | null; count: string }>(trx, step.statement);
      watch.stop();
      const done: Part = { after: rows[0]?.after ?? null, affected: before.affected + toCount(rows[0]?.count ?? 0) };
      await context.record(trx, { affected: done.affected, isPart: done.after !== null });
      if (done.after === null) await emit(trx, stepEvent(step, context));
      return done;
    }),
  );
}
