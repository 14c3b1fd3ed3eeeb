import { sql } from "kysely";
import type { QueryConfig } from "pg";
import { compileStatement, type Engine, sqlState } from "@/lib/db";
import { underWay } from "@/lib/runner/run-states";
import type { DatabaseHealth } from "./types";

/** A worker says so every ten seconds. */
export const workerSilenceSeconds = 30;

export const nothingKnown: DatabaseHealth = {
  schema: null,
  workers: null,
  oldestUnfinishedRun: null,
  lastScan: null,
  failingErrors: null,
  openScopes: [],
};

const question = compileStatement(sql`
  select json_build_object(
    'schema', (select max(version) from plumbline.schema_migrations where version ~ '^[0-9]+$'),
    'workers', (
      select json_build_object(
        'alive', count(*) filter (where seen_at > now() - make_interval(secs => ${workerSilenceSeconds})),
        'lastSeenAt', max(seen_at)
      )
      from plumbline.workers
    ),
    'oldestUnfinishedRun', (
      select json_build_object('status', status, 'startedAt', started_at)
      from plumbline.runs
      where status = any(${underWay}::text[])
      order by started_at
      limit 1
    ),
    'lastScan', (
      select json_build_object('status', status, 'startedAt', started_at, 'finishedAt', finished_at)
      from plumbline.scans
      order by started_at desc
      limit 1
    ),
    'failingErrors', (
      select count(*)
      from plumbline.findings as f
      where f.status = 'failing' and f.severity = 'error' and not exists (
        select from plumbline.dismissals as d
        where d.finding_id = f.id and (d.expires_at is null or d.expires_at > now())
      )
    ),
    'openScopes', (select coalesce(json_agg(scope order by scope), '[]') from plumbline.api_anyone)
  ) as health
`);

/** One statement, given up after so long, with its connection: a database that hangs must not use up the pool. */
export async function askDatabase({ pool }: Engine, timeoutMs: number): Promise<DatabaseHealth> {
  const { sql: text, parameters: values } = question;
  // The driver knows it for each query; its types do not.
  const query: QueryConfig & { query_timeout: number } = { text, values, query_timeout: timeoutMs };
  try {
    const { rows } = await pool.query<{ health: DatabaseHealth }>(query);
    return rows[0]?.health ?? nothingKnown;
  } catch (error) {
    // No schema, no table, no column: nobody has migrated it, or not as far as this version needs.
    if (["3F000", "42P01", "42703"].includes(sqlState(error) ?? "")) return nothingKnown;
    throw error;
  }
}
