import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Scan } from "./types";

interface ScanRow extends Omit<Scan, "startedAt" | "finishedAt"> {
  startedAt: Date;
  finishedAt: Date | null;
}

/** A scan whose process has said nothing for this long is dead. */
const silenceSeconds = 60;
/** A scan that no worker takes up ends after this long, so that it does not begin on a day when nobody expects it. */
const patienceSeconds = 300;
/** A worker that has said nothing for this long is gone. */
const workerSilenceSeconds = 30;

/** Over `s`: the scan holds the one place that there is. */
export const isUnderWay: RawBuilder<unknown> = sql`s.status in ('running', 'cancelling')`;

/** The newest scan that meets a condition over `s`. */
export async function readScan(db: Kysely<unknown>, where: RawBuilder<unknown>): Promise<Scan | null> {
  const { rows } = await sql<ScanRow>`
    select
      s.id,
      s.status,
      s.actor,
      s.tables_total as "tablesTotal",
      s.tables_done as "tablesDone",
      s.current_table as "currentTable",
      s.status = 'running' and s.taken_at is null and not exists (
        select 1 from plumbline.workers as w where w.seen_at > now() - make_interval(secs => ${workerSilenceSeconds})
      ) as "noWorker",
      s.error,
      s.started_at as "startedAt",
      s.finished_at as "finishedAt"
    from plumbline.scans as s
    where ${where}
    order by s.started_at desc, s.id
    limit 1
  `.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null };
}

/** Says of scans whose process is gone, or that no process ever took up, that they failed. */
export async function endSilentScans(db: Kysely<unknown>): Promise<void> {
  await sql`
    update plumbline.scans as s
    set
      status = case s.status when 'cancelling' then 'cancelled' else 'failed' end,
      error = case
        when s.status = 'cancelling' then null
        when s.taken_at is null
          then 'No worker took this scan up. Start Plumbline, or a worker with npm run worker, and scan again.'
        else 'The process that ran this scan ended before it was done.'
      end,
      current_table = null,
      finished_at = now()
    where ${isUnderWay}
      and s.heartbeat_at < now() - make_interval(
        secs => case when s.taken_at is null then ${patienceSeconds}::integer else ${silenceSeconds}::integer end
      )
  `.execute(db);
}
