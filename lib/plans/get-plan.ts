import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { repairOf } from "@/lib/repairs/registry";
import { confirmationOf } from "@/lib/runner/confirmation";
import { loadPlan } from "@/lib/runner/load-plan";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import type { Plan } from "./types";

/** The preview: what a run of this plan would do, statement by statement. */
export async function getPlan(ctx: Context, id: string): Promise<Plan> {
  requireRole(ctx, "viewer");
  const plan = await loadPlan(ctx.engine.db, z.uuid().parse(id));
  const { table, body } = plan;
  return {
    id: plan.id,
    findingId: plan.findingId,
    repair: plan.repair,
    repairTitle: titleOf(plan.repair),
    undoOf: plan.undoOf,
    target: plan.target,
    schemaName: table.schema,
    tableName: table.name,
    input: plan.input,
    narrowing: body.narrowing ?? null,
    summary: plan.summary,
    form: body.form,
    steps: body.steps,
    effects: body.effects,
    willChange: plan.willChange,
    unchanged: plan.unchanged,
    skipped: plan.skipped,
    sample: plan.sample,
    hash: plan.hash,
    createdBy: plan.createdBy,
    createdAt: plan.createdAt.toISOString(),
    confirmation: confirmationOf(plan),
    runId: plan.runId,
  };
}

export function titleOf(repair: StoredPlan["repair"]): string {
  return repair === "undo" ? "Undo" : repairOf(repair).title;
}
