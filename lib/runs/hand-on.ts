import type { Kysely } from "kysely";
import { sendJob } from "@/lib/jobs/send-job";

/** Leaves a run to whichever worker is free, in the caller's transaction. */
export function handOn(trx: Kysely<unknown>, runId: string): Promise<void> {
  return sendJob(trx, "run", { runId });
}
