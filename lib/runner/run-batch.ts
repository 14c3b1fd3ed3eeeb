import { type Kysely, sql, type Transaction } from "kysely";
import { type Engine, executeStatement, inTransaction, setForTransaction, toCount } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { PlanStep } from "@/lib/plans/types";
import { looksUp } from "./batching";
import { bookBatch, readResults } from "./book-batch";
import type { Batch } from "./next-batch";
import type { Taken } from "./pace";
import { rowFailure, whatStays } from "./row-failure";
import { advance } from "./run-position";
import { recordSteps, type StepRecord } from "./run-step-state";
import { watchHolders } from "./schema/holders";
import { type RetryOptions, withLockRetry } from "./schema/lock-retry";
import { readLock } from "./step-locks";
import type { TakenRun } from "./take-run";
import type { Met } from "./throttle/gauge";
import type { HeldBack } from "./throttle/throttle";
import { watchWaiters } from "./throttle/watch-waiters";

/** A writer of the same rows waits for as long as the transaction is open, also when our process has stopped. */
const idleTimeoutMs = 10_000;
/** Runs on other tables write their audit rows one after the other; each takes a moment. */
const auditLockTimeoutMs = 5_000;

export interface BatchContext {
  engine: Engine;
  run: TakenRun;
  /** The connection that it has to itself. */
  db: Kysely<unknown>;
  options: RetryOptions;
  /** Rows that were changed by earlier batches, once these are committed. */
  changed(): Promise<number>;
  heldBack(): HeldBack;
  at(position: number): void;
  /** Ends when all before it is committed: from there on it writes for the run and for the audit. */
  turn(): Promise<void>;
  /** It is about to begin anew. */
  again(): Promise<void>;
}

/** One transaction: the plan's statements for these rows, their audit, and the run's own progress, all of it or nothing. */
export function runBatch(context: BatchContext, batch: Batch): Promise<Taken & Met> {
  const { engine, run, db, options, changed, again } = context;
  const { lockTimeoutMs, statementTimeoutMs } = options.limits;
  const wanted = { ...(run.plan.body.steps[0] as PlanStep), lock: readLock(run.plan.table) };
  let lockTries = -1;
  return withLockRetry(wanted, options, async (watched) => {
    lockTries += 1;
    try {
      return await inTransaction(db, { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs }, async (trx) => {
        const pid = await backendPid(trx);
        const holders = watchHolders(engine.db, pid, lockTimeoutMs);
        watched(holders);
        const waiters = watchWaiters(engine.db, pid);
        try {
          const taken = await executeBatch(trx, context, batch);
          return { ...taken, heldUpMs: waiters.longestMs(), lockTries };
        } finally {
          holders.stop();
          waiters.stop();
        }
      });
    } catch (error) {
      await again();
      const failure = rowFailure(error);
      if (!(failure instanceof AppError)) throw failure;
      throw new AppError(failure.code, `${failure.message} ${whatStays(await changed())}`, { cause: error });
    }
  });
}

async function executeBatch(trx: Transaction<unknown>, context: BatchContext, batch: Batch): Promise<Taken> {
  const { run, heldBack, at, turn } = context;
  const { number, pass, first, last } = batch;
  await setForTransaction(trx, {
    // A policy that hid a parent would make orphans of its children: better an error than a wrong row.
    row_security: "off",
    // Everything is looked up by key. The planner takes that for dear, and would read a whole table for each batch.
    ...(looksUp(run.plan.body.batching) && { random_page_cost: "0.1" }),
    jit: "off",
    "plumbline.batch": String(number),
    "plumbline.first": String(first),
    "plumbline.last": String(last),
  });
  if (batch.held) await takeUpPutOff(trx, run.plan.id, batch);
  const steps = run.plan.body.steps.filter((step) => step.pass === undefined || step.pass === pass);
  const done: StepRecord[] = [];
  const perform = async (step: PlanStep) => {
    at(step.position);
    done.push({ position: step.position, affected: await executeStep(trx, step) });
  };
  for (const step of steps.filter((step) => !isAudit(step))) await perform(step);
  await sql`set constraints all immediate`.execute(trx);
  const results = await readResults(trx, run, batch);
  const { changed, skipped, putOff } = results;
  await turn();
  await advance(trx, run, { position: last, batches: 1, changed, skipped });
  await setForTransaction(trx, { lock_timeout: `${auditLockTimeoutMs}ms` });
  for (const step of steps.filter(isAudit)) await perform(step);
  await recordSteps(trx, run.id, done);
  const tookMs = await bookBatch(trx, run, batch, results, heldBack());
  return { rows: changed + skipped + putOff, tookMs };
}

/** Those whose turn it is again are as if it were for the first time; of those between them it is written that they are done. */
async function takeUpPutOff(trx: Kysely<unknown>, planId: string, { first, last }: Pick<Batch, "first" | "last">) {
  await sql`
    update plumbline.run_items
    set result = case when result is null then 'changed' end
    where plan_id = ${planId} and position between ${first}::bigint and ${last}::bigint
      and outcome = 'change' and (result is null or result = 'put_off')
  `.execute(trx);
}

async function executeStep(trx: Transaction<unknown>, step: PlanStep): Promise<number | null> {
  const { rows, numAffectedRows } = await executeStatement<{ count?: string }>(trx, step.statement);
  if (step.failsIfRows !== undefined && rows.length > 0) throw new AppError("conflict", step.failsIfRows);
  if (numAffectedRows !== undefined) return toCount(numAffectedRows.toString());
  return rows[0]?.count === undefined ? null : toCount(rows[0].count);
}

function isAudit({ lock: { table } }: PlanStep): boolean {
  return table.schema === "public" && table.name === "error_logs";
}

async function backendPid(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? 0;
}
