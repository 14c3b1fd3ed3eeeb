import { type Kysely, type RawBuilder, sql } from "kysely";
import { columnSql, keyJson, tableSql, toCount } from "@/lib/db";
import type { Fault } from "@/lib/repairs/define";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { readInParts } from "./read-in-parts";
import { digestOf, joined, stacked, withJoins } from "./row-sql";
import type { WorkList } from "./row-statements";

/** As many as can be stored, and checked for having been altered, within the time of a statement. */
export const maxItems = 5_000_000;

export type Outcome = "change" | "unchanged" | "skip";

/** A previewed row. `key` and `choice` are JSON text, so that no number in them is ever read as a float. */
export interface WorkItem {
  key: string;
  outcome: Outcome;
  reason: string | null;
  digest: string;
  choice: string | null;
}

/** Which rows the plan is about and what it would do to each, in parts; those that change come first. */
export function readWorkItems(
  db: Kysely<unknown>,
  list: WorkList,
  fault: Fault,
  plan: RowPlan,
): AsyncIterable<WorkItem[]> {
  const skip = plan.skip ?? sql<string | null>`null::text`;
  const keys = sql.join(list.key.map((name) => columnSql("t", name)));
  return readInParts(
    db,
    sql<WorkItem>`${withJoins(plan.joins)}
    select
      found.key::text as key, case when found.reason is null then 'change' else 'skip' end as outcome, found.reason,
      found.digest, found.choice::text as choice
    from (
      select
        row_number() over (order by ${skip} is not null, ${keys}) as place,
        ${keyJson("t", list.key)} as key,
        ${skip} as reason,
        ${digestOf(list.table, "t")} as digest,
        ${plan.choice ?? sql`null::jsonb`} as choice
      from ${faultyRows(list, fault, plan)}
    ) as found
    order by ${orderOf(plan)}
    limit ${maxItems}`,
  );
}

/** Rows of the finding, of which a list may hold only the first. */
export async function countRows(db: Kysely<unknown>, list: WorkList, fault: Fault, plan: RowPlan): Promise<number> {
  const { rows } = await sql<{ total: string }>`${withJoins(plan.joins)}
    select count(*) as total from ${faultyRows(list, fault, plan)}
  `.execute(db);
  return toCount(rows[0]?.total ?? 0);
}

function faultyRows({ table }: WorkList, { joins, where }: Fault, plan: RowPlan): RawBuilder<unknown> {
  return sql`${tableSql(table)} as t${stacked(joins)}${joined(plan.joins)}
      where ${where}`;
}

// Rows that need the same new row, or become the same row, stand together, since one batch does that for all of them.
function orderOf({ creates, moves }: RowPlan): RawBuilder<unknown> {
  if (creates)
    return sql`min(found.place) over (partition by coalesce(found.choice -> 'create', to_jsonb(found.place))), found.place`;
  if (moves)
    return sql`found.reason is not null, min(found.place) over (partition by found.reason is not null, found.choice -> 'to'), found.place`;
  return sql`found.place`;
}

/** Materialises a part of the work list: a run touches these rows and no other. */
export async function storeWorkItems(
  db: Kysely<unknown>,
  planId: string,
  first: number,
  items: readonly WorkItem[],
): Promise<void> {
  await sql`
    insert into plumbline.run_items (plan_id, position, key, outcome, reason, digest, choice)
    select ${planId}, ${first - 1} + item.position, item.key::jsonb, item.outcome, item.reason, item.digest, item.choice::jsonb
    from unnest(
      ${items.map(({ key }) => key)}::text[],
      ${items.map(({ outcome }) => outcome)}::text[],
      ${items.map(({ reason }) => reason)}::text[],
      ${items.map(({ digest }) => digest)}::text[],
      ${items.map(({ choice }) => choice)}::text[]
    ) with ordinality as item (key, outcome, reason, digest, choice, position)
  `.execute(db);
}
