import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { moveRun } from "@/lib/runner/move-run";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { findRun } from "./find-run";
import type { RunStatus } from "./types";

const PauseRunInput = z.strictObject({ runId: z.uuid() });
export type PauseRunInput = z.input<typeof PauseRunInput>;

/** Asks a run to stop at its next batch or step, where it can go on later. Asking twice is asking once. */
export async function pauseRun(ctx: Context, raw: PauseRunInput): Promise<{ status: RunStatus }> {
  requireRole(ctx, "operator");
  const { runId } = PauseRunInput.parse(raw);
  return inOwnTransaction(ctx.engine.db, async (trx) => {
    const { status, table } = await findRun(trx, runId);
    if (status === "pausing" || status === "paused") return { status };
    const to = status === "running" ? "pausing" : "paused";
    if (!(await moveRun(trx, runId, to, { from: ["queued", "running", "interrupted"] }))) throw notNow(status);
    const actor = { id: ctx.operator.id, email: ctx.operator.email };
    await emit(trx, { action: "run.pause", actor, message: "The run was asked to pause.", table, runId });
    return { status: to };
  });
}

function notNow(status: RunStatus): AppError {
  if (status === "cancelling") return new AppError("conflict", "This run is being cancelled, so it cannot be paused.");
  return new AppError("conflict", "This run has ended already, so there is nothing to pause.");
}
