import type { Engine } from "@/lib/db";
import { scheduleJob } from "@/lib/jobs/schedule-job";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { log } from "@/lib/log";
import { probeHandlers } from "@/lib/probe-runs/probe-jobs";
import { readProbeSchedule } from "@/lib/probe-runs/probe-schedule";
import { purgeDue } from "@/lib/quarantine/purge-due";
import { lookAfterRuns, runHandlers } from "@/lib/runs/run-jobs";
import { scanHandlers } from "@/lib/scans/scan-jobs";
import { readSchedule } from "@/lib/scans/schedule-row";

const lookEveryMs = 5_000;
const purgeEveryMs = 3_600_000;

/** Works off everything that this database has to do, in this process, until it is stopped. */
export async function startWork(engine: Engine): Promise<Worker> {
  const worker = await startWorker(engine, {
    ...scanHandlers(engine),
    ...runHandlers(engine),
    ...probeHandlers(engine),
  });
  // The jobs may have begun anew since the schedule was set.
  await scheduleJob(engine.db, "scheduled-scan", await readSchedule(engine.db));
  await scheduleJob(engine.db, "scheduled-probes", await readProbeSchedule(engine.db));
  const look = () =>
    lookAfterRuns(engine).catch((error: unknown) => log.warn({ err: error }, "the runs could not be looked after"));
  void look();
  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  const purge = () =>
    purgeDue(engine).catch((error: unknown) => log.warn({ err: error }, "quarantine could not be thinned"));
  void purge();
  const purging = setInterval(purge, purgeEveryMs);
  purging.unref();
  return {
    ...worker,
    stop: (patienceMs) => {
      clearInterval(looking);
      clearInterval(purging);
      return worker.stop(patienceMs);
    },
  };
}
