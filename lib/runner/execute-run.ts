import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { emit } from "@/lib/audit/emit";
import { databaseSentence, type Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Verification } from "@/lib/runs/types";
import type { ClaimedRun } from "./claim-run";
import { executeRows } from "./execute-rows";
import { executeSchema } from "./execute-schema";
import { failStep, finishRun } from "./finish-run";
import { inOwnTransaction } from "./own-transaction";
import { type SchemaLimits, schemaLimits } from "./schema/limits";

/** A row run gives up sooner than a schema step: its rows are usually free again at once. */
const rowLimits: SchemaLimits = {
  ...schemaLimits,
  tries: 5,
  pauseMs: 200,
  longestPauseMs: 3_000,
  statementTimeoutMs: 120_000,
};

export interface RunHooks {
  /** Measures the finding again, once the change is committed. */
  verify(run: ClaimedRun): Promise<Verification | null>;
}

/** Carries a claimed run to its end, whatever that is. Never throws: the run itself says what went wrong. */
export async function executeRun(engine: Engine, run: ClaimedRun, hooks: RunHooks): Promise<void> {
  let position: number | null = null;
  const at = (current: number) => {
    position = current;
  };
  try {
    const { form } = run.plan.body;
    if (form === "schema") await executeSchema(engine, run, at);
    else await executeRows(engine, run, { limits: rowLimits, sleep: (ms) => sleep(ms), random: Math.random }, at);
    await storeVerification(engine, run, hooks);
  } catch (error) {
    await recordFailure(engine, run, position, error);
  } finally {
    run.connection.close();
  }
}

async function storeVerification(engine: Engine, run: ClaimedRun, { verify }: RunHooks): Promise<void> {
  const verification = await verify(run).catch((error: unknown): Verification => {
    log.error({ err: error, run: run.id }, "verification failed");
    return {
      passed: false,
      before: null,
      after: null,
      message: `The change is made, but it could not be measured again. ${databaseSentence(error)}`,
    };
  });
  await sql`update plumbline.runs set verification = ${JSON.stringify(verification)}::jsonb where id = ${run.id}`.execute(
    engine.db,
  );
}

async function recordFailure(
  engine: Engine,
  run: ClaimedRun,
  position: number | null,
  failure: unknown,
): Promise<void> {
  log[failure instanceof AppError ? "warn" : "error"]({ err: failure, run: run.id }, "run failed");
  const error = failure instanceof AppError ? failure.message : databaseSentence(failure);
  try {
    await inOwnTransaction(engine.db, async (trx) => {
      await failStep(trx, run.id, position, error);
      await finishRun(trx, run.id, { status: "failed", error });
      const { plan, actor, reason } = run;
      const details = { plan: plan.id, repair: plan.repair, reason, position };
      await emit(trx, {
        action: "run.fail",
        actor,
        severity: "error",
        message: error,
        table: plan.table,
        runId: run.id,
        details,
      });
    });
  } catch (second) {
    // The run stays "running" without its lock, and is found interrupted by whoever looks next.
    log.error({ err: second, run: run.id }, "the failure of a run could not be recorded");
  }
}
