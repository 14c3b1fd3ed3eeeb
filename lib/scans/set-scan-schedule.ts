import { sql } from "kysely";
import type { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { scheduleJob } from "@/lib/jobs/schedule-job";
import { clearDueTimes, ScheduleInput } from "./clear-timetable";
import { readSchedule } from "./schedule-row";
import type { ScanSchedule } from "./schedule-types";

export type SetScanScheduleInput = z.input<typeof ScheduleInput>;

/** Has scans start by themselves, or no more. */
export async function setScanSchedule(ctx: Context, input: SetScanScheduleInput): Promise<ScanSchedule | null> {
  requireRole(ctx, "admin");
  const { cron, timezone } = ScheduleInput.parse(input);
  const timetable = cron === null ? null : { cron, timezone };
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, async (trx) => {
    if (timetable) clearDueTimes(trx, timetable);
    // Whoever sets it at the same moment waits here, and still sees what he replaces.
    await sql`lock table plumbline.scan_schedule in share row exclusive mode`.execute(trx);
    await sql`delete from plumbline.scan_schedule`.execute(trx);
    if (timetable) {
      await sql`
        insert into plumbline.scan_schedule (cron, timezone, set_by)
        values (${timetable.cron}, ${timetable.timezone}, ${ctx.operator.email})
      `.execute(trx);
    }
    await scheduleJob(trx, "scheduled-scan", timetable);
    await emit(trx, {
      action: "scan.schedule",
      actor: { id: ctx.operator.id, email: ctx.operator.email },
      message: timetable
        ? `Scans were scheduled: ${timetable.cron} (${timetable.timezone}).`
        : "Scans were taken off the schedule.",
      details: { ...timetable },
    });
    return readSchedule(trx);
  });
}
