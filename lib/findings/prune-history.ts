import { type Kysely, sql } from "kysely";

/** What a finding's page draws; all of it is kept, however old it is. */
export const historyPoints = 100;

const dailyDays = 400;

/**
 * Thins the history of every finding, once a day: beyond its newest points only the last of each day stays, and nothing
 * older than a year and a month. Says how many points went. Since when a finding fails is kept with the finding.
 */
export async function pruneHistory(db: Kysely<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from plumbline.measurements as m
    using plumbline.findings as f
    cross join lateral (
      select newest.measured_at as since
      from plumbline.measurements as newest
      where newest.finding_id = f.id
      order by newest.measured_at desc
      limit 1
      offset ${historyPoints - 1}
    ) as kept
    where m.finding_id = f.id
      and m.measured_at < kept.since
      and not exists (
        select from plumbline.scans
        where status = 'succeeded' and finished_at >= date_trunc('day', now(), 'UTC')
      )
      and (
        m.measured_at < now() - make_interval(days => ${dailyDays})
        or exists (
          select
          from plumbline.measurements as later
          where later.finding_id = m.finding_id
            and later.measured_at > m.measured_at
            and later.measured_at < date_trunc('day', m.measured_at, 'UTC') + interval '24 hours'
        )
      )
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}
