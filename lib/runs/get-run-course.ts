import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { toCount } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { BatchPoint, RunCourse, RunEvent } from "./types";

/** What a plot can show; longer runs are drawn by stretches of several batches. */
const points = 120;
const latestBatches = 8;
const latestEvents = 100;

/** How a run went until now: its batches as points of a plot, the last of them one by one, and what happened to it. */
export async function getRunCourse(ctx: Context, id: string): Promise<RunCourse> {
  requireRole(ctx, "viewer");
  const runId = z.uuid().parse(id);
  const { db } = ctx.engine;
  const { rows } = await sql<{ batches: string; held: string }>`
    select r.batches, (select count(*) from plumbline.run_items as i where i.plan_id = r.plan_id and i.result = 'put_off') as held
    from plumbline.runs as r
    where r.id = ${runId}
  `.execute(db);
  const [run] = rows;
  if (!run) throw new AppError("not_found", "There is no such run.");
  const perPoint = Math.max(1, Math.ceil(toCount(run.batches) / points));
  return {
    points: await readBatches(db, runId, { perPoint }),
    latest: (await readBatches(db, runId, { perPoint: 1, latest: latestBatches })).reverse(),
    heldByOthers: toCount(run.held),
    events: await readEvents(db, runId),
  };
}

async function readBatches(
  db: Kysely<unknown>,
  runId: string,
  { perPoint, latest }: { perPoint: number; latest?: number },
): Promise<BatchPoint[]> {
  const { rows } = await sql<BatchRow>`
    select
      min(number) as first, max(number) as last, sum(changed) as changed, sum(skipped) as skipped, sum(put_off) as put_off,
      sum(waited_ms) as waited_ms, max(throttle) as throttle,
      avg(seconds)::float8 * 1000 as ms,
      (sum(changed + skipped) / nullif(sum(seconds), 0))::float8 as rate,
      max(finished_at) as finished_at
    from (
      select *, extract(epoch from finished_at - started_at) as seconds
      from plumbline.run_batches
      where run_id = ${runId}
      order by number desc
      limit ${latest ?? null}::bigint
    ) as b
    group by (number - 1) / ${perPoint}::bigint
    order by 1
  `.execute(db);
  return rows.map((row) => ({
    first: toCount(row.first),
    last: toCount(row.last),
    changed: toCount(row.changed),
    skipped: toCount(row.skipped),
    putOff: toCount(row.put_off),
    waitedMs: toCount(row.waited_ms),
    throttle: row.throttle,
    batchMs: row.ms,
    rowsPerSecond: row.rate ?? 0,
    finishedAt: row.finished_at.toISOString(),
  }));
}

/** The audit rows of the run itself. It may have millions of those of rows, which an index of its own leaves out. */
async function readEvents(db: Kysely<unknown>, runId: string): Promise<RunEvent[]> {
  const { rows } = await sql<EventRow>`
    select
      audit_seq, action, error_message as message, severity, actor, details ->> 'reason' as reason,
      created_at::timestamptz as created_at
    from public.error_logs
    where run_id = ${runId} and action not like 'row.%'
    order by audit_seq desc nulls last
    limit ${latestEvents}
  `.execute(db);
  return rows.map(({ audit_seq, created_at, ...row }) => ({
    ...row,
    number: toCount(audit_seq),
    at: created_at.toISOString(),
  }));
}

interface BatchRow extends Record<"first" | "last" | "changed" | "skipped" | "put_off" | "waited_ms", string> {
  throttle: string | null;
  ms: number;
  rate: number | null;
  finished_at: Date;
}

interface EventRow extends Omit<RunEvent, "number" | "at"> {
  audit_seq: string;
  created_at: Date;
}
