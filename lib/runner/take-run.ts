import { type Kysely, sql } from "kysely";
import type { Actor } from "@/lib/audit/emit";
import { databaseSentence } from "@/lib/db";
import { log } from "@/lib/log";
import { loadPlan } from "./load-plan";
import type { RunConnection } from "./run-connection";
import type { StoredPlan } from "./stored-plan";

/** A run that this process executes, until its lease ends. */
export interface TakenRun {
  id: string;
  /** Whatever is written for the run is written only while nobody has taken it up after us. */
  epoch: number;
  plan: StoredPlan;
  actor: Actor;
  reason: string;
  connection: RunConnection;
}

interface Row {
  plan_id: string;
  epoch: string;
  actor: string;
  actor_id: string | null;
  reason: string;
  former: { pid: number; since: string }[];
}

/** Takes up a run that waits for a worker, or whose worker fell silent; null where another was quicker. */
export async function takeRun(connection: RunConnection, runId: string, leaseMs: number): Promise<TakenRun | null> {
  const { db } = connection;
  const { rows } = await sql<Row>`
    with before as (
      select jsonb_path_query_array(
        jsonb_build_array(
          jsonb_build_object('pid', executor_pid, 'since', executor_since::text),
          jsonb_build_object('pid', second_pid, 'since', second_since::text)
        ),
        '$[*] ? (@.pid != null)'
      ) as former
      from plumbline.runs
      where id = ${runId}
    )
    update plumbline.runs as r
    set
      status = 'running',
      error = null,
      epoch = r.epoch + 1,
      attempts = r.attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000}),
      executor_pid = pg_backend_pid(),
      executor_since = (select backend_start from pg_catalog.pg_stat_activity where pid = pg_backend_pid()),
      second_pid = null,
      second_since = null
    from before
    where r.id = ${runId} and r.status in ('queued', 'interrupted')
    returning r.plan_id, r.epoch, r.actor, r.actor_id, r.reason, before.former
  `.execute(db);
  const row = rows[0];
  if (!row) return null;
  await endFormer(db, runId, row.former);
  const { epoch, actor, actor_id, reason, plan_id } = row;
  const plan = await loadPlan(db, plan_id);
  return { id: runId, epoch: Number(epoch), plan, actor: { id: actor_id, email: actor }, reason, connection };
}

/** What a former executor has under way could not be committed any more, but would keep its rows locked. */
async function endFormer(db: Kysely<unknown>, runId: string, former: Row["former"]): Promise<void> {
  for (const { pid, since } of former) {
    try {
      await sql`
        select pg_terminate_backend(pid)
        from pg_catalog.pg_stat_activity
        where pid = ${pid}::integer and backend_start = ${since}::timestamptz and pid <> pg_backend_pid()
      `.execute(db);
    } catch (error) {
      log.warn({ run: runId, reason: databaseSentence(error) }, "the backend of a former executor could not be ended");
    }
  }
}
