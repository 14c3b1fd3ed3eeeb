import { type Kysely, sql, type Transaction } from "kysely";
import { emit } from "@/lib/audit/emit";
import { type Engine, executeStatement, inTransaction, setForTransaction, toCount } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { PlanStep } from "@/lib/plans/types";
import { counted } from "@/lib/repairs/wording";
import type { ClaimedRun } from "./claim-run";
import { finishRun } from "./finish-run";
import { rowFailure } from "./row-failure";
import { markStepDone, type StepRecord } from "./run-step-state";
import { watchHolders } from "./schema/holders";
import { type RetryOptions, withLockRetry } from "./schema/lock-retry";
import { readLock } from "./step-locks";

/** The whole repair is one transaction, its audit and its own success included: a crash leaves it wholly done or wholly not. */
export function executeRows(
  engine: Engine,
  run: ClaimedRun,
  options: RetryOptions,
  at: (position: number) => void,
): Promise<void> {
  const { lockTimeoutMs, statementTimeoutMs } = options.limits;
  const wanted = { ...(run.plan.body.steps[0] as PlanStep), lock: readLock(run.plan.table) };
  return withLockRetry(wanted, options, async (watched) => {
    const timeouts = { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs: 30_000 };
    try {
      await inTransaction(run.connection.db, timeouts, async (trx) => {
        const watch = watchHolders(engine.db, await backendPid(trx), lockTimeoutMs);
        watched(watch);
        await executeSteps(trx, run, at);
        watch.stop();
      });
    } catch (error) {
      throw rowFailure(error);
    }
  });
}

async function executeSteps(trx: Transaction<unknown>, run: ClaimedRun, at: (position: number) => void): Promise<void> {
  // A policy that hid a parent would make orphans of its children: better an error than a wrong row.
  await setForTransaction(trx, { row_security: "off" });
  const done: StepRecord[] = [];
  for (const step of run.plan.body.steps) {
    at(step.position);
    const startedAt = new Date();
    done.push({ position: step.position, affected: await executeStep(trx, step), startedAt });
  }
  await sql`set constraints all immediate`.execute(trx);
  for (const record of done) await markStepDone(trx, run.id, record);
  const { changed, skipped } = await countResults(trx, run.plan.id);
  await finishRun(trx, run.id, { status: "succeeded", changed, skipped });
  await emit(trx, {
    action: "run.finish",
    actor: run.actor,
    message: `${counted(changed, "row")} changed, ${skipped} skipped.`,
    table: run.plan.table,
    runId: run.id,
    details: { plan: run.plan.id, repair: run.plan.repair, reason: run.reason, changed, skipped },
  });
}

async function executeStep(trx: Transaction<unknown>, step: PlanStep): Promise<number | null> {
  const { rows, numAffectedRows } = await executeStatement<{ count?: string }>(trx, step.statement);
  if (step.failsIfRows !== undefined && rows.length > 0) throw new AppError("conflict", step.failsIfRows);
  if (numAffectedRows !== undefined) return toCount(numAffectedRows.toString());
  return rows[0]?.count === undefined ? null : toCount(rows[0].count);
}

async function countResults(db: Kysely<unknown>, planId: string): Promise<{ changed: number; skipped: number }> {
  const { rows } = await sql<{ changed: string; skipped: string }>`
    select
      count(*) filter (where result = 'changed') as changed,
      count(*) filter (where result = 'skipped' or outcome = 'skip') as skipped
    from plumbline.run_items
    where plan_id = ${planId}
  `.execute(db);
  return { changed: toCount(rows[0]?.changed ?? 0), skipped: toCount(rows[0]?.skipped ?? 0) };
}

async function backendPid(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? 0;
}
