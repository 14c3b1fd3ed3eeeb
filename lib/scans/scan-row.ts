import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Scan } from "./types";

interface ScanRow extends Omit<Scan, "startedAt" | "finishedAt"> {
  startedAt: Date;
  finishedAt: Date | null;
}

/** A scan whose process has said nothing for this long is dead. */
const silenceSeconds = 60;

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

/** Says of scans whose process is gone that they failed. */
export async function endSilentScans(db: Kysely<unknown>): Promise<void> {
  await sql`
    update plumbline.scans
    set
      status = 'failed',
      error = 'The process that ran this scan ended before it was done.',
      current_table = null,
      finished_at = now()
    where status = 'running' and heartbeat_at < now() - make_interval(secs => ${silenceSeconds})
  `.execute(db);
}
