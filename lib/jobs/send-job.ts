import type { Kysely } from "kysely";
import { bossWithin } from "./boss";
import type { QueueName } from "./queues";

/** Leaves a job for a worker, in the caller's transaction: there is one exactly when what it belongs to is there. */
export async function sendJob(trx: Kysely<unknown>, queue: QueueName, data: object): Promise<void> {
  await bossWithin(trx).send(queue, data);
}
