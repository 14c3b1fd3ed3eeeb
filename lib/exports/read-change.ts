import type { Kysely } from "kysely";
import { AppError } from "@/lib/errors";
import { loadPlan } from "@/lib/runner/load-plan";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import { readCause } from "./cause";
import { evidenceLines, type RunEvidence, readRunEvidence } from "./evidence";
import { planOfRun } from "./plan-of-run";
import { rowParts } from "./row-parts";
import { rowRuleOf } from "./row-rule-of";
import { rowUndo } from "./row-undo";
import { addsOnly, schemaParts, schemaUndoParts } from "./schema-parts";
import type { ExportedChange } from "./types";

type Parts = Pick<ExportedChange, "apply" | "undo" | "addsOnly">;

/** A plan as SQL; where it was run, what of it was done. */
export async function readChange(db: Kysely<unknown>, planId: string): Promise<ExportedChange> {
  const plan = await loadPlan(db, planId);
  const run = await readRunEvidence(db, planId);
  const evidence = evidenceLines(plan, run, await readCause(db, plan));
  const label = `${plan.repair} ${plan.table.name}`;
  return { label, at: run?.finishedAt ?? plan.createdAt, evidence, ...(await readParts(db, plan, run)) };
}

async function readParts(db: Kysely<unknown>, plan: StoredPlan, run: RunEvidence | null): Promise<Parts> {
  if (plan.undoOf !== null) return reversed(await readChangeOfRun(db, plan.undoOf));
  if (plan.body.form === "rows") {
    refuseUndone(run, run?.status === "succeeded" || (run?.changed ?? 0) > 0);
    return { apply: rowParts(plan, await rowRuleOf(db, plan)), undo: [rowUndo(plan)], addsOnly: false };
  }
  const steps = run ? plan.body.steps.filter(({ position }) => run.done.includes(position)) : plan.body.steps;
  refuseUndone(run, steps.length > 0);
  return {
    apply: steps.flatMap(schemaParts),
    undo: steps.toReversed().flatMap(schemaUndoParts),
    addsOnly: addsOnly(steps),
  };
}

async function readChangeOfRun(db: Kysely<unknown>, runId: string): Promise<Parts> {
  return readChange(db, await planOfRun(db, runId));
}

/** The export of an undo is the undo of the export. */
function reversed({ apply, undo }: Parts): Parts {
  return { apply: undo, undo: apply, addsOnly: false };
}

function refuseUndone(run: RunEvidence | null, isDone: boolean): void {
  if (run === null || isDone) return;
  throw new AppError(
    "refused",
    `Nothing of run ${run.id} was done (it is ${run.status}), so there is nothing to export.`,
  );
}
