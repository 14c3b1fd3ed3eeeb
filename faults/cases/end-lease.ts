import { sql } from "kysely";
import { lookAfterRuns } from "@/lib/runs/run-jobs";
import type { Ground } from "../ground";
import { patiently } from "../patience";

/** Puts the end of a run's lease where it is asked to be, by the database's clock. */
export async function setLease({ engine }: Ground, runId: string, from: string): Promise<boolean> {
  const { numAffectedRows } = await patiently(() =>
    sql`
      update plumbline.runs set lease_until = clock_timestamp() + ${from}::interval
      where id = ${runId} and status in ('running', 'pausing', 'cancelling')
    `.execute(engine.db),
  );
  return numAffectedRows === 1n;
}

/** What ten seconds of silence do, without the ten seconds: whoever is known to be dead is taken for dead at once. */
export async function endLease(ground: Ground, runId: string): Promise<boolean> {
  const ended = await setLease(ground, runId, "-1 second");
  await patiently(() => lookAfterRuns(ground.engine));
  return ended;
}
