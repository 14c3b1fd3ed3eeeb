import { type Kysely, sql } from "kysely";
import { dueTimes } from "@/lib/jobs/schedule-job";
import type { ScanSchedule } from "./schedule-types";

/** The schedule as it is set; null where scans are only started by people. */
export async function readSchedule(db: Kysely<unknown>): Promise<ScanSchedule | null> {
  const { rows } = await sql<Omit<ScanSchedule, "setAt" | "next"> & { setAt: Date }>`
    select cron, timezone, set_by as "setBy", set_at as "setAt" from plumbline.scan_schedule
  `.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { ...row, setAt: row.setAt.toISOString(), next: dueTimes(db, row).map((time) => time.toISOString()) };
}
