import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import type { KeepItems } from "./listed-items";
import { itemsDigest, planHash } from "./plan-hash";
import type { PlanDraft } from "./stored-plan";
import { storeWorkItems } from "./work-list";

/** Writes the plan, its work list and the event of the preview: to Plumbline's own tables and no other. */
export async function storePlan(
  db: Kysely<unknown>,
  actor: Actor,
  build: (keep: KeepItems) => Promise<PlanDraft>,
): Promise<PlanDraft> {
  let isBegun = false;
  const plan = await build(async (planId, first, items) => {
    if (!isBegun) await beginPlan(db, planId, actor);
    isBegun = true;
    await storeWorkItems(db, planId, first, items);
  });
  if (!isBegun) await beginPlan(db, plan.id, actor);
  // The planner takes a list that it does not know for a single row, and would compute everything anew for each.
  await sql`analyze plumbline.run_items`.execute(db);
  const hash = planHash(plan, await itemsDigest(db, plan.id));
  await sql`
    update plumbline.plans
    set
      finding_id = ${plan.findingId},
      repair = ${plan.repair},
      undo_of = ${plan.undoOf},
      target = ${JSON.stringify(plan.target)}::jsonb,
      schema_name = ${plan.table.schema},
      table_name = ${plan.table.name},
      input = ${JSON.stringify(plan.input)}::jsonb,
      summary = ${plan.summary},
      steps = ${JSON.stringify(plan.body)}::jsonb,
      will_change = ${plan.willChange},
      unchanged = ${plan.unchanged},
      skipped = ${plan.skipped},
      sample = ${JSON.stringify(plan.sample)}::jsonb,
      row_event = ${plan.rowEvent},
      hash = ${hash}
    where id = ${plan.id}
  `.execute(db);
  await emit(db, {
    action: "repair.preview",
    actor,
    message: plan.summary,
    table: plan.table,
    details: {
      plan: plan.id,
      finding: plan.findingId,
      repair: plan.repair,
      ...(plan.undoOf && { undo_of: plan.undoOf }),
      will_change: plan.willChange,
      unchanged: plan.unchanged,
      skipped: plan.skipped,
    },
  });
  return plan;
}

/** Its items name it. What it is comes when they are all known, in the same transaction. */
async function beginPlan(db: Kysely<unknown>, id: string, { email }: Actor): Promise<void> {
  await sql`
    insert into plumbline.plans (id, repair, target, schema_name, table_name, summary, steps, hash, created_by)
    values (${id}, '', '{}', '', '', '', '{}', '', ${email})
  `.execute(db);
}
