import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { log } from "@/lib/log";
import { ScanCancelled, ScanTakenOver } from "./scan-end";
import { progress } from "./scan-progress";
import type { Scan } from "./types";

const everyMs = 500;
const heartbeatMs = 10_000;

export interface Watch {
  /** Aborts when somebody asks the scan to stop, or has ended it. */
  signal: AbortSignal;
  stop(): void;
}

/** For as long as a scan runs: says now and then that it is alive, and listens whether it is still wanted. */
export function watchScan(db: Kysely<unknown>, scanId: string): Watch {
  const asked = new AbortController();
  const ended = new AbortController();
  void listen(db, scanId, asked, ended.signal);
  return { signal: asked.signal, stop: () => ended.abort() };
}

async function listen(db: Kysely<unknown>, scanId: string, asked: AbortController, ended: AbortSignal): Promise<void> {
  let spokenAt = performance.now();
  while (!ended.aborted && !asked.signal.aborted) {
    await sleep(everyMs, undefined, { ref: false });
    if (ended.aborted) return;
    try {
      if (performance.now() - spokenAt > heartbeatMs) {
        await progress(db, scanId);
        spokenAt = performance.now();
      }
      const status = await readStatus(db, scanId);
      if (status === "cancelling") asked.abort(new ScanCancelled());
      else if (status !== "running") asked.abort(new ScanTakenOver());
    } catch (error) {
      if (error instanceof ScanTakenOver) asked.abort(error);
      else log.warn({ err: error, scanId }, "a scan could not ask whether it is still wanted");
    }
  }
}

async function readStatus(db: Kysely<unknown>, scanId: string): Promise<Scan["status"] | undefined> {
  const { rows } = await sql<{ status: Scan["status"] }>`
    select status from plumbline.scans where id = ${scanId}
  `.execute(db);
  return rows[0]?.status;
}
