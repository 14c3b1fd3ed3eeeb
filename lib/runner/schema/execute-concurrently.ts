import { emit } from "@/lib/audit/emit";
import type { NamedIndex } from "@/lib/catalog/types";
import { compileStatement, databaseSentence, type Engine, inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { PlanStep } from "@/lib/plans/types";
import { dropIndexConcurrently } from "@/lib/repairs/index-steps";
import { nameOf } from "@/lib/repairs/wording";
import { Stopped } from "../asked-of";
import { stepFailure } from "./failure";
import { indexState } from "./index-state";
import { type RetryOptions, withLockRetry } from "./lock-retry";
import type { SchemaStepContext, StepDone } from "./step-context";
import { stepEvent } from "./step-event";
import { workAlone } from "./work-alone";

/**
 * Builds or drops an index outside any transaction. Whether it is done is read from the index itself, valid or gone, so a
 * step that an earlier process finished is not done twice, and what a broken build left behind is dropped first.
 */
export async function executeConcurrently(
  engine: Engine,
  step: PlanStep,
  index: NamedIndex,
  context: SchemaStepContext,
  options: RetryOptions,
): Promise<StepDone> {
  const wanted = /^\s*drop\s/i.test(step.statement.sql) ? "missing" : "valid";
  const state = () => indexState(engine.db, index, step.lock.table);
  const found = await state();
  if (found === "another") {
    throw new AppError(
      "conflict",
      `${nameOf(index)} is another index than the one of this plan by now. Rename it, or preview again.`,
    );
  }
  const there = found === wanted;
  if (!there) {
    await audited(engine, options, async (trx) => {
      await context.fence?.(trx);
      await emit(trx, stepEvent(step, context, `Begin: ${step.title}`));
    });
    try {
      await withLockRetry(step, options, (watched) =>
        workAlone(engine, index, options, watched, async (run) => {
          await context.fence?.(engine.db);
          const now = await state();
          if (now === wanted) return;
          if (now === "invalid" && wanted === "valid") await run(compileStatement(dropIndexConcurrently(index)));
          await run(step.statement);
        }),
      );
      if ((await state()) !== wanted) throw new AppError("conflict", `${nameOf(index)} was built but is not valid.`);
    } catch (error) {
      throw wanted === "valid" ? await cleaned(engine, step, index, options, error) : error;
    }
  }
  const done = { affected: null };
  await audited(engine, options, async (trx) => {
    await context.record(trx, done);
    await emit(trx, stepEvent(step, context, there ? `Found done: ${step.title}` : step.title));
  });
  return done;
}

function audited(
  engine: Engine,
  { limits }: RetryOptions,
  fn: Parameters<typeof inTransaction<void>>[2],
): Promise<void> {
  const { concurrentLockTimeoutMs, blockingStatementTimeoutMs } = limits;
  return inTransaction(
    engine.db,
    { lockTimeoutMs: concurrentLockTimeoutMs, statementTimeoutMs: blockingStatementTimeoutMs },
    fn,
  );
}

/** The failure, after dropping what the broken build left: an invalid index costs every write and serves no reader. */
async function cleaned(engine: Engine, step: PlanStep, index: NamedIndex, options: RetryOptions, failure: unknown) {
  if (failure instanceof Stopped || options.lost?.aborted) return failure;
  try {
    await workAlone(
      engine,
      index,
      { ...options, ready: undefined },
      () => undefined,
      async (run) => {
        const left = await indexState(engine.db, index, step.lock.table);
        if (left === "invalid") await run(compileStatement(dropIndexConcurrently(index)));
      },
    );
    return failure;
  } catch (error) {
    const why = stepFailure(step, failure);
    const message = why instanceof AppError ? why.message : databaseSentence(failure);
    return new AppError(
      "conflict",
      `${message} The invalid index ${nameOf(index)} is left behind (${databaseSentence(error)}) and is dropped by the next attempt.`,
      { cause: failure },
    );
  }
}
