import { randomUUID } from "node:crypto";
import type { Catalog } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import type { PlanStep } from "@/lib/plans/types";
import { nameOf } from "@/lib/repairs/wording";
import { fingerprintOf } from "../fingerprint";
import type { PlanDraft } from "../stored-plan";
import type { UndoneRun } from "./undone-run";

/** The inverses of the steps that were done, last first. */
export function buildSchemaUndo(catalog: Catalog, { id, plan, done }: UndoneRun): PlanDraft {
  const steps = plan.body.steps
    .filter(({ position }) => done.includes(position))
    .toReversed()
    .flatMap((step) => (step.inverse ? [inverted(step, step.inverse)] : []))
    .map((step, index) => ({
      ...step,
      position: index + 1,
      transaction: step.transaction === null ? null : index + 1,
    }));
  if (steps.length === 0) throw new AppError("refused", "None of its steps that were done has a way back.");
  return {
    id: randomUUID(),
    findingId: plan.findingId,
    repair: "undo",
    undoOf: id,
    target: { kind: "run", table: plan.table },
    table: plan.table,
    input: {},
    summary: `${nameOf(plan.table)} goes back to what it was before this run: ${steps.map(({ title }) => title).join("; ")}.`,
    body: {
      form: "schema",
      destroys: false,
      steps,
      batching: null,
      effects: [],
      fingerprint: fingerprintOf(catalog, [plan.table]),
    },
    willChange: steps.length,
    unchanged: 0,
    skipped: 0,
    sample: [],
    rowEvent: null,
  };
}

function inverted(step: PlanStep, inverse: NonNullable<PlanStep["inverse"]>): PlanStep {
  return { ...step, title: `Take back: ${step.title}`, statement: inverse, inverse: step.statement };
}
