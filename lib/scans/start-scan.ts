import { type Context, requireRole } from "@/lib/auth/context";
import { beginScan } from "./begin-scan";
import { runScan } from "./run-scan";
import type { Scan } from "./types";

/** Starts a scan in the background of this process, or gives the one that is running. */
export async function startScan(ctx: Context): Promise<Scan> {
  requireRole(ctx, "operator");
  const actor = { id: ctx.operator.id, email: ctx.operator.email };
  const { scan, isNew } = await beginScan(ctx.engine.db, actor);
  if (isNew) void runScan(ctx.engine, scan.id, actor);
  return scan;
}
