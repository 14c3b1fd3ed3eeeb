import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import { hidePasswords, log } from "@/lib/log";
import { bossOn } from "./boss";
import { concurrency, type QueueName } from "./queues";

/** What is done with each kind of job; `leave` aborts when the process is about to end. */
export type Handlers = Partial<Record<QueueName, (data: unknown, leave: AbortSignal) => Promise<void>>>;

export interface Worker {
  /** Looks for a job now instead of a moment later. */
  wake(queue: QueueName): void;
  /** Takes no more jobs, and lets those under way end within the time. */
  stop(patienceMs?: number): Promise<void>;
}

const pollSeconds = 2;
const heartbeatMs = 10_000;

/** Works off the jobs of a database in this process. Any number of processes may. */
export async function startWorker(engine: Engine, handlers: Handlers): Promise<Worker> {
  const boss = bossOn(engine);
  boss.on("error", ({ message }) => log.warn({ reason: hidePasswords(message) }, "the job queue could not be asked"));
  await boss.start();
  const workers = new Map<string, string>();
  const leave = new AbortController();
  for (const [queue, handle] of Object.entries(handlers)) {
    const localConcurrency = concurrency[queue as QueueName] ?? 1;
    const options = { pollingIntervalSeconds: pollSeconds, localConcurrency };
    const id = await boss.work<unknown>(queue, options, async (jobs) => {
      for (const job of jobs) await handle(job.data, leave.signal);
    });
    workers.set(queue, id);
  }
  const id = randomUUID();
  await sayAlive(engine, id);
  const beat = setInterval(() => {
    sayAlive(engine, id).catch((error: unknown) => log.warn({ err: error }, "a worker could not say that it is alive"));
  }, heartbeatMs);
  beat.unref();
  return {
    wake: (queue) => boss.notifyWorker(workers.get(queue) ?? ""),
    stop: async (patienceMs = 5_000) => {
      clearInterval(beat);
      leave.abort();
      await boss.stop({ timeout: patienceMs });
      await sql`delete from plumbline.workers where id = ${id}`.execute(engine.db).catch(() => undefined);
    },
  };
}

async function sayAlive({ db }: Engine, id: string): Promise<void> {
  await sql`
    insert into plumbline.workers (id) values (${id})
    on conflict (id) do update set seen_at = now()
  `.execute(db);
  await sql`delete from plumbline.workers where seen_at < now() - interval '1 day'`.execute(db);
}
