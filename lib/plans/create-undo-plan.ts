import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { AppError } from "@/lib/errors";
import { withKnownReferences } from "@/lib/references/with-undeclared";
import { makePlan } from "@/lib/runner/make-plan";
import { Narrowing } from "@/lib/runner/narrowing";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { buildRowUndo } from "@/lib/runner/undo/build-row-undo";
import { buildSchemaUndo } from "@/lib/runner/undo/build-schema-undo";
import { undoRefusal } from "@/lib/runner/undo/undo-refusal";
import { readUndoneRun } from "@/lib/runner/undo/undone-run";
import { handOn } from "@/lib/runs/hand-on";

const CreateUndoPlanInput = z.strictObject({
  runId: z.uuid(),
  /** Only these of the rows that the run changed, or all but these. */
  narrowing: Narrowing.optional(),
});
export type CreateUndoPlanInput = z.input<typeof CreateUndoPlanInput>;

/** Previews the undo of a run: a plan like any other, with what cannot be taken back listed row by row. */
export async function createUndoPlan(ctx: Context, raw: CreateUndoPlanInput): Promise<{ planId: string }> {
  requireRole(ctx, "operator");
  const { runId, narrowing } = CreateUndoPlanInput.parse(raw);
  const { engine, operator } = ctx;
  await reconcileRuns(engine, handOn);
  const actor = { id: operator.id, email: operator.email };
  const { id } = await makePlan(engine, actor, async (trx, store) => {
    const run = await readUndoneRun(trx, runId);
    const refusal = await undoRefusal(trx, runId);
    if (refusal !== null) throw new AppError("refused", refusal);
    const catalog = await withKnownReferences(trx, await readCatalog(trx));
    if (run.plan.body.form === "rows") return store((keep) => buildRowUndo(trx, catalog, run, keep, narrowing));
    if (narrowing) throw new AppError("invalid", "This run changed the table and not its rows, so none can be chosen.");
    return store(async () => buildSchemaUndo(catalog, run));
  });
  return { planId: id };
}
