import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { itemsDigest, planHash } from "./plan-hash";
import type { PlanDraft } from "./stored-plan";
import { storeWorkItems, type WorkItem } from "./work-list";

/** Writes the plan, its work list and the event of the preview: to Plumbline's own tables and no other. */
export async function storePlan(
  db: Kysely<unknown>,
  actor: Actor,
  plan: PlanDraft,
  items: readonly WorkItem[],
): Promise<void> {
  await sql`
    insert into plumbline.plans
      (id, finding_id, repair, undo_of, target, schema_name, table_name, input, summary, steps,
       will_change, unchanged, skipped, sample, row_event, hash, created_by)
    values (
      ${plan.id}, ${plan.findingId}, ${plan.repair}, ${plan.undoOf}, ${JSON.stringify(plan.target)}::jsonb,
      ${plan.table.schema}, ${plan.table.name}, ${JSON.stringify(plan.input)}::jsonb, ${plan.summary},
      ${JSON.stringify(plan.body)}::jsonb, ${plan.willChange}, ${plan.unchanged}, ${plan.skipped},
      ${JSON.stringify(plan.sample)}::jsonb, ${plan.rowEvent}, '', ${actor.email}
    )
  `.execute(db);
  await storeWorkItems(db, plan.id, items);
  const hash = planHash(plan, await itemsDigest(db, plan.id));
  await sql`update plumbline.plans set hash = ${hash} where id = ${plan.id}`.execute(db);
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
}
