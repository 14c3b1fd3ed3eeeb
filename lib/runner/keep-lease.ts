import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { databaseSentence } from "@/lib/db";
import { log } from "@/lib/log";
import { LeaseLost } from "./move-run";
import { executing } from "./run-states";
import type { TakenRun } from "./take-run";

export interface Lease {
  /** Aborts when somebody else has the run. */
  signal: AbortSignal;
  stop(): void;
}

/** Says every so often that the run is alive; by the database's clock alone. */
export function keepLease(db: Kysely<unknown>, run: TakenRun, leaseMs: number): Lease {
  const lost = new AbortController();
  const stopped = new AbortController();
  void (async () => {
    while (!stopped.signal.aborted && !lost.signal.aborted) {
      await sleep(leaseMs / 5, undefined, { ref: false });
      if (stopped.signal.aborted) return;
      try {
        if (!(await renew(db, run, leaseMs)) && !stopped.signal.aborted) lost.abort(new LeaseLost());
      } catch (error) {
        log.warn({ run: run.id, reason: databaseSentence(error) }, "a run could not say that it is alive");
      }
    }
  })();
  return { signal: lost.signal, stop: () => stopped.abort() };
}

async function renew(db: Kysely<unknown>, { id, epoch }: TakenRun, leaseMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update plumbline.runs
    set lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
    where id = ${id} and epoch = ${epoch}::bigint and status = any(${executing}::text[])
  `.execute(db);
  return numAffectedRows === 1n;
}
