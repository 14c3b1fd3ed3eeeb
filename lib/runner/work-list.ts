import { type Kysely, type RawBuilder, sql } from "kysely";
import { columnSql, keyJson, tableSql, toCount } from "@/lib/db";
import type { Fault } from "@/lib/repairs/define";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { digestOf, joined, stacked, withJoins } from "./row-sql";
import type { WorkList } from "./row-statements";

/** As many as a process can hold while it plans. */
const maxItems = 200_000;

export type Outcome = "change" | "unchanged" | "skip";

/** A previewed row. `key` and `choice` are JSON text, so that no number in them is ever read as a float. */
export interface WorkItem {
  key: string;
  outcome: Outcome;
  reason: string | null;
  digest: string;
  choice: string | null;
}

export interface WorkItems {
  items: WorkItem[];
  /** Rows of the finding, of which `items` may be only the first. */
  total: number;
}

/** Reads which rows the plan is about and what it would do to each; those that change come first. */
export async function readWorkItems(
  db: Kysely<unknown>,
  list: WorkList,
  fault: Fault,
  plan: RowPlan,
  limit = maxItems,
): Promise<WorkItems> {
  const skip = plan.skip ?? sql<string | null>`null::text`;
  const keys = sql.join(list.key.map((name) => columnSql("t", name)));
  const from = sql`${tableSql(list.table)} as t${stacked(fault.joins)}${joined(plan.joins)}
      where ${fault.where}`;
  const { rows: items } = await sql<WorkItem>`${withJoins(plan.joins)}
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
      from ${from}
    ) as found
    order by ${orderOf(plan)}
    limit ${limit}
  `.execute(db);
  if (items.length < limit) return { items, total: items.length };
  const { rows } = await sql<{ total: string }>`${withJoins(plan.joins)} select count(*) as total from ${from}`.execute(
    db,
  );
  return { items, total: toCount(rows[0]?.total ?? 0) };
}

// Rows that need the same new row, or become the same row, stand together, since one batch does that for all of them.
function orderOf({ creates, moves }: RowPlan): RawBuilder<unknown> {
  if (creates)
    return sql`min(found.place) over (partition by coalesce(found.choice -> 'create', to_jsonb(found.place))), found.place`;
  if (moves)
    return sql`found.reason is not null, min(found.place) over (partition by found.reason is not null, found.choice -> 'to'), found.place`;
  return sql`found.place`;
}

/** Materialises the work list: a run touches these rows and no other. */
export async function storeWorkItems(db: Kysely<unknown>, planId: string, items: readonly WorkItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += 5_000) {
    const part = items.slice(start, start + 5_000);
    await sql`
      insert into plumbline.run_items (plan_id, position, key, outcome, reason, digest, choice)
      select ${planId}, ${start} + item.position, item.key::jsonb, item.outcome, item.reason, item.digest, item.choice::jsonb
      from unnest(
        ${part.map(({ key }) => key)}::text[],
        ${part.map(({ outcome }) => outcome)}::text[],
        ${part.map(({ reason }) => reason)}::text[],
        ${part.map(({ digest }) => digest)}::text[],
        ${part.map(({ choice }) => choice)}::text[]
      ) with ordinality as item (key, outcome, reason, digest, choice, position)
    `.execute(db);
  }
  // The planner takes a list that it does not know for a single row, and would compute everything anew for each.
  await sql`analyze plumbline.run_items`.execute(db);
}
