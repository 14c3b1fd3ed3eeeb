import { sql } from "kysely";
import { verifyAudit } from "@/lib/audit-history/verify-audit";
import type { Context } from "@/lib/auth/context";
import { type Engine, inTransaction } from "@/lib/db";

const limits = {
  readOnly: true,
  isolation: "repeatable read",
  lockTimeoutMs: 60_000,
  statementTimeoutMs: 60_000,
} as const;

/** Where the audit of a site's runs says another thing than what they did: sentences. */
export function auditFaults(engine: Engine, schema: string): Promise<string[]> {
  return inTransaction(engine.db, limits, async (trx) => {
    const { rows } = await sql<{ fault: string }>`
      with runs as (
        select r.*, p.repair from plumbline.runs as r join plumbline.plans as p on p.id = r.plan_id where r.schema_name = ${schema}
      ),
      done as (
        select q.run_id, q.table_name, q.key from plumbline.quarantine as q join runs on runs.id = q.run_id
        union all
        select r.id, r.table_name, i.key
        from runs as r
        join plumbline.run_results as i on i.plan_id = r.plan_id and i.result = 'changed'
        where not exists (
          select from plumbline.quarantine as q where q.run_id = r.id and q.position = i.position
        )
      ),
      told as (
        select e.run_id, e.table_name, e.record_key as key
        from public.error_logs as e
        join runs on runs.id = e.run_id
        where e.action like 'row.%'
      )
      (
        select format('%s of %s was changed and is not in the audit', key, table_name) as fault
        from (select * from done except all select * from told) as untold
        limit 3
      )
      union all
      (
        select format('%s of %s is in the audit and was not changed', key, table_name)
        from (select * from told except all select * from done) as invented
        limit 3
      )
      union all
      select format('the run says %s rows, its list %s', r.changed, count(i.position))
      from runs as r
      join plumbline.run_results as i on i.plan_id = r.plan_id and i.result = 'changed'
      group by r.id, r.changed
      having r.changed <> count(i.position)
      union all
      select format('step %s is %s and has %s audit rows', s.position, s.status, count(e.id))
      from runs as r
      join plumbline.run_steps as s on s.run_id = r.id
      left join public.error_logs as e
        on e.run_id = r.id and e.action = 'schema.change' and e.details ->> 'position' = s.position::text
        and e.error_message not like 'Begin: %'
      where not exists (select from plumbline.run_items as i where i.plan_id = r.plan_id)
      group by r.id, s.position, s.status
      having count(e.id) <> case s.status when 'succeeded' then 1 else 0 end
      union all
      select format('the run is %s and has %s times %s', r.status, count(e.id), wanted.action)
      from runs as r
      cross join (values ('run.start', null), ('run.finish', 'succeeded')) as wanted (action, status)
      left join public.error_logs as e on e.run_id = r.id and e.action = wanted.action
      group by r.id, r.status, wanted.action, wanted.status
      having count(e.id) <> case when wanted.status is null or wanted.status = r.status then 1 else 0 end
    `.execute(trx);
    return rows.map(({ fault }) => fault);
  });
}

/** Whether every link of the whole chain holds. */
export async function chainFaults(ctx: Context): Promise<string[]> {
  const { brokenAt } = await verifyAudit(ctx);
  return brokenAt ? [`the audit chain breaks at ${brokenAt.seq}: ${brokenAt.what}`] : [];
}
