import { sql } from "kysely";
import { type AuditEvent, emit } from "@/lib/audit/emit";
import { counted } from "@/lib/repairs/wording";
import type { Verification } from "@/lib/runs/types";
import type { Stop } from "./asked-of";
import type { Execution } from "./execution";
import { letGo } from "./let-go";
import { moveOwnRun } from "./move-run";
import { inOwnTransaction } from "./own-transaction";
import type { RunPosition } from "./run-position";
import { leaveSteps, markAllDone } from "./run-step-state";
import type { TakenRun } from "./take-run";

/** Everything is done and was measured again. */
export function finishRun(
  { engine, run }: Execution,
  { changed, skipped }: RunPosition,
  verification: Verification | null,
): Promise<void> {
  const { body } = run.plan;
  const message =
    body.form === "rows"
      ? `${counted(changed, "row")} changed, ${skipped} skipped.`
      : `Done: ${body.steps.map(({ title }) => title).join("; ")}.`;
  const numbers = body.form === "rows" ? { changed, skipped } : {};
  return inOwnTransaction(engine.db, async (trx) => {
    await moveOwnRun(trx, run, "succeeded");
    await sql`
      update plumbline.runs set verification = ${JSON.stringify(verification)}::jsonb where id = ${run.id}
    `.execute(trx);
    await markAllDone(trx, run.id);
    await emit(trx, eventOf(run, { action: "run.finish", message, details: numbers }));
  });
}

/** People asked it to stop here, or this process ends. */
export function stopRun({ engine, run, hooks }: Execution, stop: Stop): Promise<void> {
  return inOwnTransaction(engine.db, async (trx) => {
    await moveOwnRun(trx, run, stop);
    await leaveSteps(trx, run.id, null);
    if (stop === "queued") await hooks.handOn(trx, run.id);
  });
}

export function failRun({ engine, run }: Execution, position: number | null, error: string): Promise<void> {
  return inOwnTransaction(engine.db, async (trx) => {
    await moveOwnRun(trx, run, "failed", error);
    await leaveSteps(trx, run.id, position === null ? null : { position, error });
    await emit(trx, eventOf(run, { action: "run.fail", severity: "error", message: error, details: { position } }));
  });
}

/** Its connection broke: what was under way is undone, and another worker goes on. */
export function interruptRun({ engine, run, hooks }: Execution): Promise<void> {
  return inOwnTransaction(engine.db, async (trx) => {
    await letGo(trx, run, "The connection that executed it was lost.", hooks.handOn);
  });
}

function eventOf(
  { id, plan, actor, reason }: TakenRun,
  { details, ...event }: Pick<AuditEvent, "action" | "message" | "severity" | "details">,
): AuditEvent {
  const facts = { plan: plan.id, repair: plan.repair, reason, ...details };
  return { ...event, actor, table: plan.table, runId: id, details: facts };
}
