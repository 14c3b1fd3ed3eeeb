import { type Kysely, sql } from "kysely";
import type { CheckCode } from "@/lib/checks/codes";
import { checkOn } from "@/lib/checks/registry";
import { toCount } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { repairOf } from "@/lib/repairs/registry";
import type { StoredPlan } from "@/lib/runner/stored-plan";

/** The check whose finding a plan mends. A finding's id is made of its check and its target, so the finding itself may be gone. */
export function checkOfPlan({ repair, target, findingId: id }: StoredPlan): CheckCode | null {
  if (repair === "undo" || target.kind === "run") return null;
  const { mends } = repairOf(repair);
  return mends.find((code) => findingId(code, target) === id) ?? mends[0] ?? null;
}

/** What was measured when the plan was made, in the check's own words; null where that is not known any more. */
export async function readCause(db: Kysely<unknown>, plan: StoredPlan): Promise<string | null> {
  const { target, findingId: id, createdAt } = plan;
  const code = checkOfPlan(plan);
  if (code === null || id === null || target.kind === "run") return null;
  const { rows } = await sql<{ count: string; at: Date }>`
    select m.count, m.measured_at as at
    from plumbline.measurements as m
    where m.finding_id = ${id} and m.measured_at <= ${createdAt} and m.count is not null
    order by m.measured_at desc
    limit 1
  `.execute(db);
  const measured = rows[0];
  if (!measured) return `${code}.`;
  const { explain } = checkOn(code, target);
  return `${explain(target, toCount(measured.count))} (${code}, measured ${measured.at.toISOString()})`;
}
