import { type Engine, toCount } from "@/lib/db";
import { findFinding } from "@/lib/findings/find-finding";
import { remeasureFinding } from "@/lib/findings/remeasure-finding";
import { probeAfterRun } from "@/lib/probe-runs/probe-after-run";
import type { TakenRun } from "@/lib/runner/take-run";
import type { ProbeVerdict, Verification } from "./types";

/** Measures the run's finding again, now that the change is committed; null where its plan came from no finding. */
export async function verifyRun(
  engine: Engine,
  { id, plan }: Pick<TakenRun, "id" | "plan">,
): Promise<Verification | null> {
  if (plan.findingId === null) return null;
  const stored = await findFinding(engine.db, plan.findingId);
  const before = stored.count === null ? null : toCount(stored.count);
  const finding = await remeasureFinding(engine, plan.findingId);
  const after = finding?.count ?? null;
  const message = finding?.message ?? "The finding is gone: its table or its promise is.";
  const isWhole = plan.undoOf === null && !plan.body.narrowing;
  const probes = await probeAfterRun(engine, { runId: id, findingId: plan.findingId, isWhole });
  const probed = probes.length > 0 ? { probes } : {};
  if (plan.body.narrowing)
    return {
      passed: after !== null,
      before,
      after,
      message: `${message} This run was for chosen rows alone.`,
      ...probed,
    };
  // An undo brings the fault back; that it could be measured is all there is to prove.
  const isMended = plan.undoOf === null ? after === 0 : after !== null;
  const red = probes.filter(({ decides, status }) => decides && status === "red");
  return {
    passed: isMended && red.length === 0,
    before,
    after,
    message: [message, ...red.map(redWords)].join(" "),
    ...probed,
  };
}

function redWords({ title, message }: ProbeVerdict): string {
  return `The probe “${title}” is red. ${message}`;
}
