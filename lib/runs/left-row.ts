import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { underWay } from "@/lib/runner/run-states";
import { type LeftKind, type LeftRow, leftKinds } from "./left-kinds";

export const LeftFilter = z.object({
  runId: z.uuid(),
  kind: z.enum(leftKinds).nullish(),
});
export type LeftFilter = z.output<typeof LeftFilter>;

const isOver = sql`r.status <> all(${underWay}::text[])`;

/** Over an item `i` of the run `r`; NULL where the row was changed, or is still to be. */
const kind: RawBuilder<LeftKind | null> = sql`case
  when i.outcome = 'skip' or i.result = 'skipped' then 'skipped'
  when i.result = 'put_off' then 'put_off'
  when i.outcome = 'change' and i.result is null and i.position > r.position and ${isOver} then 'not_done'
end`;

const reason: RawBuilder<string> = sql`case
  when i.outcome = 'skip' or i.result = 'skipped' then coalesce(i.result_reason, i.reason)
  when i.result = 'put_off' and not (${isOver}) then 'Somebody holds it at the moment. It is tried again, last of all.'
  when i.result = 'put_off' then 'Somebody held it, and the run ended before it was tried again.'
  when r.status = 'failed' then 'The run failed before this row was done.'
  else 'The run was cancelled before its turn came.'
end`;

/** The rows that fit, in the order of the work list, from behind a place. */
export function leftRows({ runId, kind: only }: LeftFilter, after: string, limit: number) {
  return sql<{ position: string; key: LeftRow["key"]; kind: LeftKind; reason: string }>`
    select left_row.*
    from (
      select i.position, i.key, ${kind} as kind, ${reason} as reason
      from plumbline.runs as r
      join plumbline.run_items as i on i.plan_id = r.plan_id
      where r.id = ${runId} and i.position > ${after}::bigint
    ) as left_row
    where ${only ? sql`left_row.kind = ${only}` : sql`left_row.kind is not null`}
    order by left_row.position
    limit ${limit}`;
}
