import { type Kysely, sql } from "kysely";
import { moveRun } from "./move-run";
import { leaveSteps } from "./run-step-state";

/** Takes a run from whoever executes it: what he has under way cannot be committed any more. */
export async function releaseRun(trx: Kysely<unknown>, runId: string): Promise<void> {
  await sql`update plumbline.runs set epoch = epoch + 1 where id = ${runId}`.execute(trx);
  await moveRun(trx, runId, "queued", { from: ["running"] });
  await leaveSteps(trx, runId, null);
}
