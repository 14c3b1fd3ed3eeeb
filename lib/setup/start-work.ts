import type { Engine } from "@/lib/db";
import { scheduleJob } from "@/lib/jobs/schedule-job";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { log } from "@/lib/log";
import { lookAfterRuns, runHandlers } from "@/lib/runs/run-jobs";
import { scanHandlers } from "@/lib/scans/scan-jobs";
import { readSchedule } from "@/lib/scans/schedule-row";

const lookEveryMs = 5_000;

/** Works off everything that this database has to do, in this process, until it is stopped. */
export async function startWork(engine: Engine): Promise<Worker> {
  const worker = await startWorker(engine, { ...scanHandlers(engine), ...runHandlers(engine) });
  // The jobs may have begun anew since the schedule was set.
  await scheduleJob(engine.db, "scheduled-scan", await readSchedule(engine.db));
  const look = () =>
    lookAfterRuns(engine).catch((error: unknown) => log.warn({ err: error }, "the runs could not be looked after"));
  void look();
  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  return {
    ...worker,
    stop: (patienceMs) => {
      clearInterval(looking);
      return worker.stop(patienceMs);
    },
  };
}
