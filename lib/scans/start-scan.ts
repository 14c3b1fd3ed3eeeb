import { type Context, requireRole } from "@/lib/auth/context";
import { wakeLocalWorker } from "@/lib/jobs/local-worker";
import { sendJob } from "@/lib/jobs/send-job";
import { beginScan } from "./begin-scan";
import type { Scan } from "./types";

/** Leaves a scan for a worker to run, or gives the one that is under way. */
export async function startScan(ctx: Context): Promise<Scan> {
  requireRole(ctx, "operator");
  const actor = { id: ctx.operator.id, email: ctx.operator.email };
  const { scan, isNew } = await beginScan(ctx.engine.db, actor, (trx, scanId) =>
    sendJob(trx, "scan", { scanId, actor }),
  );
  if (isNew) wakeLocalWorker("scan");
  return scan;
}
