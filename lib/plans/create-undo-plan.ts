import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { AppError } from "@/lib/errors";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { inSnapshot } from "@/lib/runner/snapshot";
import { storePlan } from "@/lib/runner/store-plan";
import { buildRowUndo } from "@/lib/runner/undo/build-row-undo";
import { buildSchemaUndo } from "@/lib/runner/undo/build-schema-undo";
import { undoRefusal } from "@/lib/runner/undo/undo-refusal";
import { readUndoneRun } from "@/lib/runner/undo/undone-run";
import { handOn } from "@/lib/runs/hand-on";

const CreateUndoPlanInput = z.strictObject({ runId: z.uuid() });
export type CreateUndoPlanInput = z.input<typeof CreateUndoPlanInput>;

/** Previews the undo of a run: a plan like any other, with what cannot be taken back listed row by row. */
export async function createUndoPlan(ctx: Context, raw: CreateUndoPlanInput): Promise<{ planId: string }> {
  requireRole(ctx, "operator");
  const { runId } = CreateUndoPlanInput.parse(raw);
  const { engine, operator } = ctx;
  await reconcileRuns(engine, handOn);
  const { draft, items } = await inSnapshot(engine.db, async (trx) => {
    const run = await readUndoneRun(trx, runId);
    const refusal = await undoRefusal(trx, runId);
    if (refusal !== null) throw new AppError("refused", refusal);
    const catalog = await readCatalog(trx);
    return run.plan.body.form === "schema" ? buildSchemaUndo(catalog, run) : buildRowUndo(trx, catalog, run);
  });
  const actor = { id: operator.id, email: operator.email };
  await inOwnTransaction(engine.db, (trx) => storePlan(trx, actor, draft, items));
  return { planId: draft.id };
}
