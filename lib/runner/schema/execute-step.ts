import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { emit } from "@/lib/audit/emit";
import { type Engine, executeStatement, inTransaction } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import { executeConcurrently } from "./execute-concurrently";
import { watchHolders } from "./holders";
import { schemaLimits, statementTimeout } from "./limits";
import { type RetryOptions, withLockRetry } from "./lock-retry";
import type { SchemaStepContext, StepDone } from "./step-context";
import { stepEvent } from "./step-event";

/**
 * Runs one step of a schema plan: its stored statement and nothing else, with its audit row, in a transaction of its
 * own or outside one where PostgreSQL demands that. Throws a sentence when it could not be done.
 */
export async function executeSchemaStep(engine: Engine, step: PlanStep, context: SchemaStepContext): Promise<StepDone> {
  const options: RetryOptions = {
    limits: { ...schemaLimits, ...context.limits },
    sleep: context.sleep ?? ((ms) => sleep(ms)),
    random: context.random ?? Math.random,
    ready: context.ready,
    say: context.say,
    lost: context.lost,
  };
  if (step.concurrentIndex) return executeConcurrently(engine, step, step.concurrentIndex, context, options);

  const { lockTimeoutMs, idleTimeoutMs } = options.limits;
  const statementTimeoutMs = statementTimeout(step.lock.mode, options.limits);
  return withLockRetry(step, options, (watched) =>
    inTransaction(context.db, { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs }, async (trx) => {
      const pid = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      const watch = watchHolders(engine.db, pid.rows[0]?.pid ?? 0, lockTimeoutMs);
      watched(watch);
      await executeStatement(trx, step.statement);
      watch.stop();
      const done = { affected: null };
      await context.record(trx, done);
      await emit(trx, stepEvent(step, context));
      return done;
    }),
  );
}
