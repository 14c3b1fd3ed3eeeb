import type { Kysely } from "kysely";
import { bossWithin } from "./boss";
import type { QueueName } from "./queues";

/** Leaves a job for a worker, in the caller's transaction: there is one exactly when what it belongs to is there. */
export async function sendJob(trx: Kysely<unknown>, queue: QueueName, data: object): Promise<void> {
  await bossWithin(trx).send(queue, data);
}

/** The same where there may be one already: at most one within so many seconds. */
export async function remindOfJob(
  db: Kysely<unknown>,
  queue: QueueName,
  data: object,
  { key, seconds }: { key: string; seconds: number },
): Promise<void> {
  await bossWithin(db).send(queue, data, { singletonKey: key, singletonSeconds: seconds });
}
