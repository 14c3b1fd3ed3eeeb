import { databaseSentence, type Engine, isConnectionLost } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { askedOf } from "./asked-of";
import { executeRows } from "./execute-rows";
import { executeSchema } from "./execute-schema";
import type { Execution, RunHooks } from "./execution";
import { failRun, finishRun, interruptRun, stopRun } from "./finish-run";
import { keepLease } from "./keep-lease";
import { LeaseLost } from "./move-run";
import { openRunConnection, type RunConnection } from "./run-connection";
import { takeRun } from "./take-run";

/** A worker that says nothing for this long is taken for dead. */
const leaseMs = 10_000;

export interface RunOptions {
  leave?: AbortSignal;
  leaseMs?: number;
  limits?: Execution["limits"];
}

/** Carries a run on to its end, or to where it is to stop. Never throws: the run itself says what went wrong. */
export async function executeRun(
  engine: Engine,
  runId: string,
  hooks: RunHooks,
  options: RunOptions = {},
): Promise<void> {
  const patience = options.leaseMs ?? leaseMs;
  const leave = options.leave ?? new AbortController().signal;
  let connection: RunConnection | null = null;
  try {
    connection = await openRunConnection(engine);
    const run = await takeRun(connection, runId, patience);
    if (!run) return;
    const lease = keepLease(engine.db, run, patience);
    let position: number | null = null;
    const at = (current: number) => {
      position = current;
    };
    const execution: Execution = { engine, run, hooks, lost: lease.signal, leave, limits: options.limits, at };
    try {
      await carryOn(execution);
    } catch (error) {
      await recordEnd(execution, position, error);
    } finally {
      lease.stop();
    }
  } catch (error) {
    // Whoever looks next finds that its lease has ended, or that it waits still.
    log.error({ err: error, run: runId }, "a run could not be carried on");
  } finally {
    connection?.close();
  }
}

async function carryOn(execution: Execution): Promise<void> {
  const { run, hooks } = execution;
  const stop = await (run.plan.body.form === "schema" ? executeSchema(execution) : executeRows(execution));
  if (stop) return stopRun(execution, stop);
  const verification = await hooks.verify(run).catch((error: unknown) => {
    log.error({ err: error, run: run.id }, "verification failed");
    const why = databaseSentence(error);
    const message = `The change is made, but it could not be measured again. ${why}`;
    return { passed: false, before: null, after: null, message };
  });
  const { at } = await askedOf(run.connection.db, run, execution);
  await finishRun(execution, at, verification);
}

async function recordEnd(execution: Execution, position: number | null, failure: unknown): Promise<void> {
  const { run } = execution;
  if (failure instanceof LeaseLost) {
    log.warn({ run: run.id }, "another worker has taken a run over");
    return;
  }
  log[failure instanceof AppError ? "warn" : "error"]({ err: failure, run: run.id }, "a run stopped");
  try {
    if (isConnectionLost(failure)) await interruptRun(execution);
    else await failRun(execution, position, failure instanceof AppError ? failure.message : databaseSentence(failure));
  } catch (second) {
    if (!(second instanceof LeaseLost)) throw second;
  }
}
