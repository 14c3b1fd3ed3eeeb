import { type Context, requireRole } from "@/lib/auth/context";
import { readSchedule } from "./schedule-row";
import type { ScanSchedule } from "./schedule-types";

/** When scans start by themselves; null where they do not. */
export async function getScanSchedule(ctx: Context): Promise<ScanSchedule | null> {
  requireRole(ctx, "viewer");
  return readSchedule(ctx.engine.db);
}
