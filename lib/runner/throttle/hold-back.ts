import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { emit, system } from "@/lib/audit/emit";
import type { Execution } from "../execution";
import { moveRun } from "../move-run";
import { inOwnTransaction } from "../own-transaction";
import type { Verdict } from "./judge";

/** Does what the verdict says, and gives whether to look again instead of beginning the next batch. */
export async function holdBack(execution: Execution, verdict: Verdict, isHolding: boolean): Promise<boolean> {
  switch (verdict.kind) {
    case "go":
      if (isHolding) await sayWhy(execution, null);
      return false;
    case "wait":
      await sayWhy(execution, verdict.reason);
      await nap(execution, verdict.pauseMs);
      return true;
    case "pause":
      await askToPause(execution, verdict.reason);
      return true;
  }
}

/** Not on the run's own connection, where a batch may be under way. */
export async function sayWhy({ engine, run }: Pick<Execution, "engine" | "run">, reason: string | null): Promise<void> {
  await sql`
    update plumbline.runs set throttle = ${reason}
    where id = ${run.id} and epoch = ${run.epoch}::bigint and status = 'running' and throttle is distinct from ${reason}
  `.execute(engine.db);
}

/** Ends early when the run is to be left. */
async function nap({ lost, leave }: Execution, ms: number): Promise<void> {
  const signal = AbortSignal.any([lost, leave]);
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** As an operator would, in Plumbline's own name. Where somebody has asked for something else meanwhile, that counts. */
async function askToPause({ engine, run }: Execution, reason: string): Promise<void> {
  const { id, epoch, plan } = run;
  await inOwnTransaction(engine.db, async (trx) => {
    if (!(await moveRun(trx, id, "pausing", { epoch, from: ["running"] }))) return;
    await sql`update plumbline.runs set throttle = ${reason} where id = ${id}`.execute(trx);
    await emit(trx, {
      action: "run.pause",
      actor: system,
      severity: "warning",
      message: reason,
      table: plan.table,
      runId: id,
    });
  });
}
