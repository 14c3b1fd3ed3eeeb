import { type Kysely, type RawBuilder, sql } from "kysely";
import { underWay } from "@/lib/runner/run-states";

/** Between a shorter retention and the first removal. */
export const warningDays = 7;

export interface RetentionRow {
  keep_days: number;
  not_before: Date;
  set_by: string;
}

/** Null: everything is kept for good. */
export async function readRetention(db: Kysely<unknown>): Promise<RetentionRow | null> {
  const { rows } = await sql<RetentionRow>`
    select keep_days, not_before, set_by from plumbline.quarantine_retention
  `.execute(db);
  return rows[0] ?? null;
}

/** When the images of a run, `r`, leave by the retention, `k`. */
export const leavesAt: RawBuilder<Date> = sql`greatest(r.finished_at + make_interval(days => k.keep_days), k.not_before)`;

/** Over, and with images still to remove. */
export const hasImages: RawBuilder<unknown> = sql`r.finished_at is not null and r.images_purged_at is null
    and r.status <> all(${underWay}::text[])
    and exists (select from plumbline.quarantine as q where q.run_id = r.id)`;
