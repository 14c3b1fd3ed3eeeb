import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { endSilentScans, readScan } from "./scan-row";
import type { Scan } from "./types";

/** The scan that is running or was the last; null before the first. */
export async function getLatestScan(ctx: Context): Promise<Scan | null> {
  requireRole(ctx, "viewer");
  await endSilentScans(ctx.engine.db);
  return readScan(ctx.engine.db, sql`true`);
}
