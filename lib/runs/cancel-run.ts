import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { moveRun } from "@/lib/runner/move-run";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { findRun } from "./find-run";
import type { RunStatus } from "./types";

const CancelRunInput = z.strictObject({ runId: z.uuid() });
export type CancelRunInput = z.input<typeof CancelRunInput>;

/** Stops a run for good at its next batch or step. What it has done stays, and can be undone. Asking twice is asking once. */
export async function cancelRun(ctx: Context, raw: CancelRunInput): Promise<{ status: RunStatus }> {
  requireRole(ctx, "operator");
  const { runId } = CancelRunInput.parse(raw);
  return inOwnTransaction(ctx.engine.db, async (trx) => {
    const { status, table } = await findRun(trx, runId);
    if (status === "cancelling" || status === "cancelled") return { status };
    const to = status === "running" || status === "pausing" ? "cancelling" : "cancelled";
    if (!(await moveRun(trx, runId, to))) {
      throw new AppError("conflict", "This run has ended already, so there is nothing to cancel.");
    }
    const actor = { id: ctx.operator.id, email: ctx.operator.email };
    await emit(trx, { action: "run.cancel", actor, message: "The run was cancelled.", table, runId });
    return { status: to };
  });
}
