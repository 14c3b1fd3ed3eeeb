import { openDatabase } from "@/lib/cli/open-database";
import type { Config } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { refuseSecond, updateRun } from "@/lib/embedded/run-file";
import { stopLocalWorker } from "@/lib/jobs/local-worker";
import { openLiteApp } from "@/lib/supabase/lite-app";
import { announce } from "./announce";
import { ensureBuild } from "./build";
import type { Lifecycle } from "./lifecycle";
import { listen } from "./listen";
import { print, say } from "./say";
import { createNext } from "./serve";

interface BootOptions {
  config: Config;
  root: string;
  isDevelopment: boolean;
  lifecycle: Lifecycle;
}

/** Brings everything up; the database and the build wait for nothing of each other. */
export async function boot({ config, root, isDevelopment, lifecycle }: BootOptions): Promise<void> {
  if (config.mode === "embedded") refuseSecond(config.dataDir);
  const front = await listen(config);
  lifecycle.onStop(() => front.close());

  const building = isDevelopment ? null : ensureBuild({ root, onStop: lifecycle.onStop });
  // A failed build is reported where it is awaited, not while the database is still booting.
  building?.catch(() => undefined);
  const database = await openDatabase({ config, root, role: "server", say });
  lifecycle.onStop(() => database.close());
  lifecycle.onStop(() => Promise.all([getEngine().close(), openLiteApp()?.close()]));
  lifecycle.onStop(stopLocalWorker);
  database.ended?.then(() => {
    if (lifecycle.isStopping()) return;
    say("The embedded PostgreSQL ended by itself; Plumbline stops. Start it again: no data is lost.");
    void lifecycle.stop(1);
  });
  await building;

  const next = await createNext({ front, root, isDevelopment });
  lifecycle.onStop(() => next.close());
  if (config.mode === "embedded") updateRun(config.dataDir, { address: front.address });
  front.handOver(next.handle);
  say(`Ready at ${front.address}`);
  print(await announce(database));
}
