import type { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { clearDueTimes, ScheduleInput } from "./clear-timetable";

/** When scans would be due with a schedule that is not set yet. */
export async function previewScanSchedule(
  ctx: Context,
  input: z.input<typeof ScheduleInput>,
): Promise<{ next: string[] }> {
  requireRole(ctx, "viewer");
  const { cron, timezone } = ScheduleInput.parse(input);
  const due = cron === null ? [] : clearDueTimes(ctx.engine.db, { cron, timezone });
  return { next: due.map((time) => time.toISOString()) };
}
