import type { Kysely } from "kysely";
import { bossWithin } from "./boss";
import type { QueueName } from "./queues";

export interface Timetable {
  cron: string;
  timezone: string;
}

const preview = 3;

/** Sends a job whenever it is due, or no more; in the caller's transaction. */
export async function scheduleJob(db: Kysely<unknown>, queue: QueueName, timetable: Timetable | null): Promise<void> {
  const boss = bossWithin(db);
  if (timetable) await boss.schedule(queue, timetable.cron, null, { tz: timetable.timezone });
  else await boss.unschedule(queue);
}

/** When it is due next. Throws where the two cannot be understood. */
export function dueTimes(db: Kysely<unknown>, { cron, timezone }: Timetable): Date[] {
  return bossWithin(db).previewSchedule(cron, { tz: timezone, from: new Date(), count: preview });
}
