import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { wakeLocalWorker } from "@/lib/jobs/local-worker";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { releaseRun } from "@/lib/runner/release-run";
import { findRun } from "./find-run";
import { handOn } from "./hand-on";
import type { RunStatus } from "./types";

const TakeOverRunInput = z.strictObject({ runId: z.uuid(), reason: Reason });
export type TakeOverRunInput = z.input<typeof TakeOverRunInput>;

/**
 * Takes a run from a worker that does not get on, though it says that it is alive, and leaves it to the next. What that
 * worker has under way is rolled back.
 */
export async function takeOverRun(ctx: Context, raw: TakeOverRunInput): Promise<{ status: RunStatus }> {
  requireRole(ctx, "operator");
  const { runId, reason } = TakeOverRunInput.parse(raw);
  const taken = await inOwnTransaction(ctx.engine.db, async (trx) => {
    const { status, table } = await findRun(trx, runId);
    if (status === "queued" || status === "interrupted") return { status };
    if (status !== "running") throw notNow(status);
    await releaseRun(trx, runId);
    await handOn(trx, runId);
    const actor = { id: ctx.operator.id, email: ctx.operator.email };
    const message = "The run was taken from its worker and left to the next.";
    await emit(trx, { action: "run.take_over", actor, message, table, runId, details: { reason } });
    return { status: "queued" } as const;
  });
  wakeLocalWorker("run");
  return taken;
}

function notNow(status: RunStatus): AppError {
  if (status === "paused") return new AppError("conflict", "This run is paused. Resume it instead.");
  if (status === "pausing" || status === "cancelling")
    return new AppError(
      "conflict",
      "This run is about to stop. Wait until its worker has done so or has fallen silent.",
    );
  return new AppError("conflict", "This run has ended already, so there is nothing to take over.");
}
