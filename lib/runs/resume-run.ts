import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { wakeLocalWorker } from "@/lib/jobs/local-worker";
import { moveRun } from "@/lib/runner/move-run";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { findRun } from "./find-run";
import { handOn } from "./hand-on";
import type { RunStatus } from "./types";

const ResumeRunInput = z.strictObject({ runId: z.uuid() });
export type ResumeRunInput = z.input<typeof ResumeRunInput>;

/** Lets a paused run go on with the rest of its work list. Asking twice is asking once. */
export async function resumeRun(ctx: Context, raw: ResumeRunInput): Promise<{ status: RunStatus }> {
  requireRole(ctx, "operator");
  const { runId } = ResumeRunInput.parse(raw);
  const resumed = await inOwnTransaction(ctx.engine.db, async (trx) => {
    const { status, table } = await findRun(trx, runId);
    if (status === "queued" || status === "running" || status === "interrupted") return { status };
    // One that has not come to its next batch yet just goes on.
    const to = status === "pausing" ? "running" : "queued";
    if (!(await moveRun(trx, runId, to, { from: ["pausing", "paused"] }))) throw notNow(status);
    if (to === "queued") await handOn(trx, runId);
    const actor = { id: ctx.operator.id, email: ctx.operator.email };
    await emit(trx, { action: "run.resume", actor, message: "The run was resumed.", table, runId });
    return { status: to } as const;
  });
  wakeLocalWorker("run");
  return resumed;
}

function notNow(status: RunStatus): AppError {
  if (status === "cancelling") return new AppError("conflict", "This run is being cancelled, so it cannot go on.");
  return new AppError("conflict", "This run has ended already. Preview the repair again for what is left.");
}
