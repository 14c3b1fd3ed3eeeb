import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { dueTimes, scheduleJob, type Timetable } from "@/lib/jobs/schedule-job";
import { readSchedule } from "./schedule-row";
import type { ScanSchedule } from "./schedule-types";

const SetScanScheduleInput = z.object({
  /** Null: scans are started by people only. */
  cron: z.string().trim().max(100).nullable(),
  timezone: z.string().trim().max(60).default("UTC"),
});

/** Has scans start by themselves, or no more. */
export async function setScanSchedule(
  ctx: Context,
  input: z.input<typeof SetScanScheduleInput>,
): Promise<ScanSchedule | null> {
  requireRole(ctx, "admin");
  const { cron, timezone } = SetScanScheduleInput.parse(input);
  const timetable = cron === null ? null : { cron: cron.replace(/\s+/g, " "), timezone };
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, async (trx) => {
    if (timetable) refuseUnclear(trx, timetable);
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

function refuseUnclear(db: Kysely<unknown>, timetable: Timetable): void {
  if (!isTimezone(timetable.timezone)) {
    throw new AppError("invalid", `There is no time zone "${timetable.timezone}". Write it like UTC or Asia/Kolkata.`);
  }
  // A sixth field would mean seconds, and nobody wants a scan every second.
  if (timetable.cron.split(" ").length === 5 && isDue(db, timetable)) return;
  throw new AppError(
    "invalid",
    `"${timetable.cron}" is no schedule in cron syntax. Write five fields, minute, hour, day of the month, month and day of the week: "30 2 * * 1-5" is half past two from Monday to Friday.`,
  );
}

function isDue(db: Kysely<unknown>, timetable: Timetable): boolean {
  try {
    return dueTimes(db, timetable).length > 0;
  } catch {
    return false;
  }
}

function isTimezone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
