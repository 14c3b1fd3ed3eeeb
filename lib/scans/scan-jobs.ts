import { z } from "zod";
import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { scheduleJob } from "@/lib/jobs/schedule-job";
import { sendJob } from "@/lib/jobs/send-job";
import { type Handlers, startWorker, type Worker } from "@/lib/jobs/worker";
import { beginScan } from "./begin-scan";
import { runScan } from "./run-scan";
import { readSchedule } from "./schedule-row";

const ScanJob = z.object({
  scanId: z.uuid(),
  actor: z.object({ id: z.uuid().nullable(), email: z.string() }),
});

/** Works off scans in this process, those that people start and those that are due. */
export async function startScanWorker(engine: Engine): Promise<Worker> {
  const worker = await startWorker(engine, scanHandlers(engine));
  // The jobs may have begun anew since the schedule was set.
  await scheduleJob(engine.db, "scheduled-scan", await readSchedule(engine.db));
  return worker;
}

/** What a worker does with the jobs of scans. */
export function scanHandlers(engine: Engine): Handlers {
  return {
    scan: async (data) => {
      const { scanId, actor } = ScanJob.parse(data);
      await runScan(engine, scanId, actor);
    },
    // One that is under way already is the scan that was due.
    "scheduled-scan": async () => {
      await beginScan(engine.db, system, (trx, scanId) => sendJob(trx, "scan", { scanId, actor: system }));
    },
  };
}
