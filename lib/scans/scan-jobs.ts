import { z } from "zod";
import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { sendJob } from "@/lib/jobs/send-job";
import type { Handlers } from "@/lib/jobs/worker";
import { beginScan } from "./begin-scan";
import { runScan } from "./run-scan";

const ScanJob = z.object({
  scanId: z.uuid(),
  actor: z.object({ id: z.uuid().nullable(), email: z.string() }),
});

/** What a worker does with the jobs of scans. */
export function scanHandlers(engine: Engine) {
  return {
    scan: async (data: unknown) => {
      const { scanId, actor } = ScanJob.parse(data);
      await runScan(engine, scanId, actor);
    },
    // One that is under way already is the scan that was due.
    "scheduled-scan": async () => {
      await beginScan(engine.db, system, (trx, scanId) => sendJob(trx, "scan", { scanId, actor: system }));
    },
  } satisfies Handlers;
}
