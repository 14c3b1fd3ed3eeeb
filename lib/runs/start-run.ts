import { z } from "zod";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { repairOf } from "@/lib/repairs/registry";
import { claimRun } from "@/lib/runner/claim-run";
import { confirmationOf } from "@/lib/runner/confirmation";
import { executeRun } from "@/lib/runner/execute-run";
import { loadPlan } from "@/lib/runner/load-plan";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { refuseStale } from "@/lib/runner/refuse-stale";
import { verifyRun } from "./verify-run";

const StartRunInput = z.object({
  planId: z.uuid(),
  hash: z.string(),
  reason: Reason,
  phrase: z.string().optional(),
});
export type StartRunInput = z.input<typeof StartRunInput>;

/** Begins the one run of a reviewed plan and returns at once; a second click gets the same run. */
export async function startRun(ctx: Context, raw: StartRunInput): Promise<{ runId: string }> {
  requireRole(ctx, "operator");
  const { planId, hash, reason, phrase } = StartRunInput.parse(raw);
  const { engine, operator } = ctx;
  await reconcileRuns(engine);
  const plan = await loadPlan(engine.db, planId);
  if (plan.runId !== null) return { runId: plan.runId };
  if (plan.repair !== "undo") requireRole(ctx, repairOf(plan.repair).role ?? "operator");
  await refuseStale(engine.db, plan, hash);
  const wanted = confirmationOf(plan);
  if (wanted.phrase !== null && phrase?.trim() !== wanted.phrase) {
    throw new AppError("invalid", `Type the phrase "${wanted.phrase}" to confirm.`);
  }
  const run = await claimRun(engine, plan, { id: operator.id, email: operator.email }, reason);
  if (run.connection) void executeRun(engine, run, { verify: (done) => verifyRun(engine, done) });
  return { runId: run.id };
}
