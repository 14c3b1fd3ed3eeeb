import { sql } from "kysely";
import { type Engine, inTransaction } from "@/lib/db";
import { jobsSchema } from "@/lib/jobs/queues";

export interface DatabaseCounts {
  runs: { status: string; count: number }[];
  scans: { status: string; count: number }[];
  jobs: { queue: string; state: string; count: number }[];
  failing: { severity: string; count: number }[];
  rowsChanged: number;
}

/** What is the same for every process, from the database, in one statement that reads Plumbline's own tables. */
export function askDatabase({ db }: Engine): Promise<DatabaseCounts> {
  return inTransaction(db, { readOnly: true, lockTimeoutMs: 1_000, statementTimeoutMs: 3_000 }, async (trx) => {
    const { rows } = await sql<{ counts: DatabaseCounts }>`
      select json_build_object(
        'runs', (
          select coalesce(json_agg(r), '[]') from (select status, count(*) from plumbline.runs group by status) as r
        ),
        'scans', (
          select coalesce(json_agg(s), '[]') from (select status, count(*) from plumbline.scans group by status) as s
        ),
        'jobs', (
          select coalesce(json_agg(j), '[]')
          from (
            select name as queue, case when state = 'active' then 'active' else 'waiting' end as state, count(*)
            from ${sql.id(jobsSchema, "job")}
            where state in ('created', 'retry', 'active')
            group by 1, 2
          ) as j
        ),
        'failing', (
          select coalesce(json_agg(f), '[]')
          from (select severity, count(*) from plumbline.findings where status = 'failing' group by severity) as f
        ),
        'rowsChanged', (select coalesce(sum(changed), 0) from plumbline.runs)
      ) as counts
    `.execute(trx);
    const [found] = rows;
    if (!found) throw new Error("The question for metrics gave no row.");
    return found.counts;
  });
}
