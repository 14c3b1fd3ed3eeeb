import { z } from "zod";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { wakeLocalWorker } from "@/lib/jobs/local-worker";
import { repairOf } from "@/lib/repairs/registry";
import { claimRun } from "@/lib/runner/claim-run";
import { confirmationOf } from "@/lib/runner/confirmation";
import { loadPlan } from "@/lib/runner/load-plan";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { refuseStale } from "@/lib/runner/refuse-stale";
import { handOn } from "./hand-on";

const StartRunInput = z.object({
  planId: z.uuid(),
  hash: z.string(),
  reason: Reason,
  phrase: z.string().optional(),
});
export type StartRunInput = z.input<typeof StartRunInput>;

/** Leaves the one run of a reviewed plan to a worker and returns at once; a second click gets the same run. */
export async function startRun(ctx: Context, raw: StartRunInput): Promise<{ runId: string }> {
  requireRole(ctx, "operator");
  const { planId, hash, reason, phrase } = StartRunInput.parse(raw);
  const { engine, operator } = ctx;
  await reconcileRuns(engine, handOn);
  const plan = await loadPlan(engine.db, planId);
  if (plan.runId !== null) return { runId: plan.runId };
  if (plan.repair !== "undo") requireRole(ctx, repairOf(plan.repair).role ?? "operator");
  await refuseStale(engine.db, plan, hash);
  const wanted = confirmationOf(plan);
  if (wanted.phrase !== null && phrase?.trim() !== wanted.phrase) {
    throw new AppError("invalid", `Type the phrase "${wanted.phrase}" to confirm.`);
  }
  const actor = { id: operator.id, email: operator.email };
  const { id, isNew } = await claimRun(engine, { plan, actor, reason, handOn });
  if (isNew) wakeLocalWorker("run");
  return { runId: id };
}
