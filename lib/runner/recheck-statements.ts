import { type RawBuilder, sql } from "kysely";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import type { Fault } from "@/lib/repairs/define";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { currentBatch } from "./current-batch";
import { digestOfImage, imageOf, joined, stacked, withJoins } from "./row-sql";
import { itemsToChange, matches, places, type WorkList } from "./row-statements";

type Checked = Pick<RowPlan, "joins" | "skip" | "choice">;

/** Skips the items that `checked` gives a reason for; what follows says where it comes from. */
export function skipItems(): RawBuilder<unknown> {
  return sql`update plumbline.run_items as i
set result = 'skipped', result_reason = checked.reason, batch = ${currentBatch}`;
}

export function areSkipped({ planId }: WorkList): RawBuilder<unknown> {
  return sql`i.plan_id = ${planId} and ${places} and i.position = checked.position and checked.reason is not null`;
}

/** Skips each previewed row that no longer holds what was previewed, with the reason why. */
export function recheckRows(list: WorkList, fault: Fault, plan: Checked): RawBuilder<unknown> {
  return sql`${withJoins(plan.joins)}
${skipItems()}
from (
  select
    i.position,
    ${reasonOf(list, fault, plan, imageOf(list.table, "t"))} as reason
  from plumbline.run_items as i
  left join ${tableSql(list.table)} as t on ${matches(list)}${stacked(fault.joins)}${joined(plan.joins)}
  where ${itemsToChange(list)}
) as checked
where ${areSkipped(list)}`;
}

/** The same, and keeps the others as they are before the change. Each row is looked up and written out once for both. */
export function recheckAndKeep(
  list: WorkList,
  fault: Fault,
  plan: Checked,
  change: "update" | "delete",
): RawBuilder<unknown> {
  const { planId, table } = list;
  const { schema, name } = table;
  return sql`${plan.joins.length === 0 ? sql`\nwith ` : sql`${withJoins(plan.joins)},\n`}checked as materialized (
  select
    i.position,
    i.key,
    kept.image,
    ${reasonOf(list, fault, plan, sql`kept.image`)} as reason
  from plumbline.run_items as i
  left join ${tableSql(table)} as t on ${matches(list)}${stacked(fault.joins)}${joined(plan.joins)}
  cross join lateral (select ${imageOf(table, "t")} as image offset 0) as kept
  where ${itemsToChange(list)}
),
skipped as (
  update plumbline.run_items as i
  set result = 'skipped', result_reason = checked.reason, batch = ${currentBatch}
  from checked
  where ${areSkipped(list)}
)
insert into plumbline.quarantine (run_id, position, schema_name, table_name, key, change, before)
select r.id, checked.position, ${textLiteral(schema)}, ${textLiteral(name)}, checked.key, ${textLiteral(change)}, checked.image
from checked
join plumbline.runs as r on r.plan_id = ${planId}
where checked.reason is null
order by checked.position`;
}

/** Why a row is left as it is, over its item and its image; NULL where it changes. */
function reasonOf({ key }: WorkList, fault: Fault, plan: Checked, image: RawBuilder<unknown>): RawBuilder<unknown> {
  const choice = plan.choice
    ? sql`,\n      case when ${plan.choice} is distinct from i.choice then 'What it would be given is not what was previewed.' end`
    : sql``;
  return sql`coalesce(
      case
        when ${columnSql("t", key[0] as string)} is null then 'It is gone.'
        when ${digestOfImage(image)} <> i.digest then 'It was changed after the preview.'
        when (${fault.where}) is not true then 'It no longer has the fault.'
      end${plan.skip ? sql`,\n      ${plan.skip}` : sql``}${choice}
    )`;
}
