import { type Kysely, sql } from "kysely";
import type { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { dueTimes, scheduleJob } from "@/lib/jobs/schedule-job";
import { clearDueTimes, ScheduleInput } from "@/lib/scans/clear-timetable";
import type { ScanSchedule } from "@/lib/scans/schedule-types";

export type SetProbeScheduleInput = z.input<typeof ScheduleInput>;

/** When probes are tried by themselves; null where they are not. */
export async function getProbeSchedule(ctx: Context): Promise<ScanSchedule | null> {
  requireRole(ctx, "viewer");
  return readProbeSchedule(ctx.engine.db);
}

export async function readProbeSchedule(db: Kysely<unknown>): Promise<ScanSchedule | null> {
  const { rows } = await sql<Omit<ScanSchedule, "next">>`
    select cron, timezone, set_by as "setBy", to_jsonb(set_at) #>> '{}' as "setAt" from plumbline.probe_schedule
  `.execute(db);
  const [row] = rows;
  return row ? { ...row, next: dueTimes(db, row).map((time) => time.toISOString()) } : null;
}

/** Has all probes tried by themselves, or no more. */
export async function setProbeSchedule(ctx: Context, input: SetProbeScheduleInput): Promise<ScanSchedule | null> {
  requireRole(ctx, "admin");
  const { cron, timezone } = ScheduleInput.parse(input);
  const timetable = cron === null ? null : { cron, timezone };
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, async (trx) => {
    if (timetable) clearDueTimes(trx, timetable);
    // Whoever sets it at the same moment waits here, and still sees what he replaces.
    await sql`lock table plumbline.probe_schedule in share row exclusive mode`.execute(trx);
    await sql`delete from plumbline.probe_schedule`.execute(trx);
    if (timetable) {
      await sql`
        insert into plumbline.probe_schedule (cron, timezone, set_by)
        values (${timetable.cron}, ${timetable.timezone}, ${ctx.operator.email})
      `.execute(trx);
    }
    await scheduleJob(trx, "scheduled-probes", timetable);
    await emit(trx, {
      action: "probe.schedule",
      actor: { id: ctx.operator.id, email: ctx.operator.email },
      message: timetable
        ? `Probes were scheduled: ${timetable.cron} (${timetable.timezone}).`
        : "Probes were taken off the schedule.",
      details: { ...timetable },
    });
    return readProbeSchedule(trx);
  });
}
