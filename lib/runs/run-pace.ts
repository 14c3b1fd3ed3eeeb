import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import { executing } from "@/lib/runner/run-states";
import type { Run, RunPace } from "./types";

/** Without a batch, a step or a part of one for this long, its worker does not get on. */
const stalledAfterSeconds = 60;
/** A batch or two say little of the next hour. */
const enoughBatches = 3;
const workerIsSilentAfterSeconds = 30;

type Going = Pick<Run, "pace" | "stalledSeconds" | "workers">;

/** How fast a run goes, of its last batches since a worker took it up; whether it stands still; who could go on with it. */
export async function readPace(db: Kysely<unknown>, runId: string, remaining: number): Promise<Going> {
  const { rows } = await sql<Row>`
    select
      r.status = any(${executing}::text[]) as executing,
      recent.batches,
      recent.rows,
      extract(epoch from clock_timestamp() - recent.since)::float8 as seconds,
      case
        when r.throttle is null then extract(epoch from clock_timestamp() - greatest(r.executor_since, recent.last, step.since))::float8
      end as quiet,
      (
        select count(*)::integer
        from plumbline.workers
        where seen_at > clock_timestamp() - make_interval(secs => ${workerIsSilentAfterSeconds})
      ) as workers
    from plumbline.runs as r
    cross join lateral (
      select count(*)::integer as batches, sum(changed + skipped) as rows, min(started_at) as since, max(finished_at) as last
      from (
        select b.changed, b.skipped, b.started_at, b.finished_at
        from plumbline.run_batches as b
        where b.run_id = r.id and b.started_at >= r.executor_since
        order by b.number desc
        limit 20
      ) as b
    ) as recent
    cross join lateral (
      select max(greatest(s.started_at, s.progressed_at)) as since
      from plumbline.run_steps as s
      where s.run_id = r.id and s.status = 'running'
    ) as step
    where r.id = ${runId}
  `.execute(db);
  const [row] = rows;
  if (!row?.executing) return { pace: null, stalledSeconds: null, workers: row?.workers ?? 0 };
  const stalled = row.quiet !== null && row.quiet >= stalledAfterSeconds;
  return {
    pace: paceOf(row, remaining),
    stalledSeconds: stalled ? Math.floor(row.quiet ?? 0) : null,
    workers: row.workers,
  };
}

function paceOf({ batches, rows, seconds }: Row, remaining: number): RunPace | null {
  const done = toCount(rows ?? 0);
  if (batches < enoughBatches || done === 0 || !seconds) return null;
  const rowsPerSecond = done / seconds;
  return { rowsPerSecond, secondsLeft: remaining / rowsPerSecond };
}

interface Row {
  executing: boolean;
  batches: number;
  rows: string | null;
  seconds: number | null;
  quiet: number | null;
  workers: number;
}
