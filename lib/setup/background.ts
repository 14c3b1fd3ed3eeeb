import { setTimeout as sleep } from "node:timers/promises";
import { getConfig } from "@/lib/config";
import { type Engine, getEngine } from "@/lib/db";
import { hasLocalWorker, setLocalWorker } from "@/lib/jobs/local-worker";
import { log } from "@/lib/log";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { endExpiredSessions } from "@/lib/services/customer-sessions/end-expired-sessions";
import { adminClient } from "@/lib/supabase/admin";
import { setupState } from "./setup-state";
import { startWork } from "./start-work";

const everyMs = 10_000;
const endEveryMs = 60_000;

/**
 * What the server does unasked, for as long as it runs: jobs, the first scan of a database that was never scanned,
 * and the end of customers' sessions whose time has passed.
 */
export async function workInBackground(): Promise<void> {
  const engine = getEngine();
  let isStart = true;
  let endedAtMs = Number.NEGATIVE_INFINITY;
  while (!engine.pool.ending) {
    const { status } = await setupState();
    if (status === "ready") {
      if (!hasLocalWorker()) await attempt("start the worker", () => workHere(engine));
      // One that failed is repeated at a start only; afterwards people see the failure and decide.
      if (isStart || (await wasNeverScanned(engine))) await attempt("first scan", () => ensureFirstScan(engine));
      isStart = false;
      if (getConfig().supabaseWrite && performance.now() - endedAtMs >= endEveryMs) {
        await attempt("end expired sessions", () => endExpiredSessions(adminClient()));
        endedAtMs = performance.now();
      }
    }
    await sleep(everyMs, undefined, { ref: false });
  }
}

async function workHere(engine: Engine): Promise<void> {
  setLocalWorker(await startWork(engine));
}

async function wasNeverScanned({ pool }: Engine): Promise<boolean> {
  const scans = await pool.query("select from plumbline.scans limit 1").catch(() => null);
  return scans?.rowCount === 0;
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error, what }, "work in the background failed");
  }
}
