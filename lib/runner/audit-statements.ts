import { type RawBuilder, sql } from "kysely";
import type { AuditAction } from "@/lib/audit/actions";
import type { TableName } from "@/lib/catalog/types";
import { textLiteral } from "@/lib/db";
import { currentBatch } from "./current-batch";
import { itemsToChange, type WorkList } from "./row-statements";

/** What is written of each row of one table that a plan changed. */
export interface RowEvent {
  action: AuditAction;
  rowEvent: string;
  rowMessage: string;
}

const columns = sql`error_type, error_message, severity, details, schema_name, table_name, record_key, action, actor, actor_id, run_id`;

/** The fields that a change touched, old and new; a very wide row is left to quarantine alone. */
const changedFields = sql`
  select
    case when q.after is null then q.before else touched.before end as before,
    case when q.before is null then q.after else touched.after end as after
  from (
    select
      jsonb_object_agg(b.key, b.value) filter (where b.key is not null) as before,
      jsonb_object_agg(a.key, a.value) filter (where a.key is not null) as after
    from jsonb_each(q.before) as b
    full join jsonb_each(q.after) as a on a.key = b.key
    where a.value is distinct from b.value and q.before is not null and q.after is not null
  ) as touched
  where coalesce(pg_column_size(q.before), 0) + coalesce(pg_column_size(q.after), 0) < 16000`;

const facts = sql`'run', r.id, 'plan', r.plan_id, 'repair', p.repair, 'reason', r.reason`;

/** Rows besides those of the work list: what was made for them, or what named them in another table. */
type Besides = { planId: string; made: true } | { planId: string; moved: TableName };

/** One audit row for each row that was kept in quarantine. */
export function auditImages(list: WorkList | Besides, event: RowEvent): RawBuilder<unknown> {
  const which = imagesOf(list);
  return sql`
insert into public.error_logs (${columns})
select
  ${textLiteral(event.rowEvent)}, ${textLiteral(event.rowMessage)}, 'info',
  jsonb_build_object(${facts}, 'before', changed.before, 'after', changed.after),
  q.schema_name, q.table_name, q.key, ${textLiteral(event.action)}, r.actor, r.actor_id, r.id
from plumbline.runs as r
join plumbline.plans as p on p.id = r.plan_id
join plumbline.quarantine as q on q.run_id = r.id
left join lateral (${changedFields}
) as changed on true
where r.plan_id = ${list.planId} and q.batch = ${currentBatch} and ${which}
order by q.id`;
}

/** One audit row for each row that was mended without being changed itself. */
export function auditKept(list: WorkList, event: RowEvent): RawBuilder<unknown> {
  const { schema, name } = list.table;
  return sql`
insert into public.error_logs (${columns})
select
  ${textLiteral(event.rowEvent)}, ${textLiteral(event.rowMessage)}, 'info',
  jsonb_build_object(${facts}) || i.choice,
  ${textLiteral(schema)}, ${textLiteral(name)}, i.key, ${textLiteral(event.action)}, r.actor, r.actor_id, r.id
from plumbline.run_items as i
join plumbline.plans as p on p.id = i.plan_id
join plumbline.runs as r on r.plan_id = i.plan_id
where ${itemsToChange(list)}
order by i.position`;
}

function imagesOf(list: WorkList | Besides): RawBuilder<unknown> {
  if ("made" in list) return sql`q.position is null`;
  if (!("moved" in list)) return sql`q.position ${rangeOf(list)}`;
  const { schema, name } = list.moved;
  return sql`q.position is null
  and q.schema_name = ${textLiteral(schema)} and q.table_name = ${textLiteral(name)}`;
}

function rangeOf({ positions }: WorkList): RawBuilder<unknown> {
  return positions ? sql`between ${positions.first} and ${positions.last}` : sql`is not null`;
}
