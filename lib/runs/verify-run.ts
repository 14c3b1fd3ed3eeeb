import { type Engine, toCount } from "@/lib/db";
import { findFinding } from "@/lib/findings/find-finding";
import { remeasureFinding } from "@/lib/findings/remeasure-finding";
import type { TakenRun } from "@/lib/runner/take-run";
import type { Verification } from "./types";

/** Measures the run's finding again, now that the change is committed; null where its plan came from no finding. */
export async function verifyRun(engine: Engine, { plan }: Pick<TakenRun, "plan">): Promise<Verification | null> {
  if (plan.findingId === null) return null;
  const stored = await findFinding(engine.db, plan.findingId);
  const before = stored.count === null ? null : toCount(stored.count);
  const finding = await remeasureFinding(engine, plan.findingId);
  const after = finding?.count ?? null;
  const message = finding?.message ?? "The finding is gone: its table or its promise is.";
  if (plan.body.narrowing)
    return { passed: after !== null, before, after, message: `${message} This run was for chosen rows alone.` };
  // An undo brings the fault back; that it could be measured is all there is to prove.
  const passed = plan.undoOf === null ? after === 0 : after !== null;
  return { passed, before, after, message };
}
