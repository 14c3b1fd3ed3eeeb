import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Writing } from "./writing-process";

const writers = 4;
const perSecond = 200;

/** A message into a conversation that is there, from a user who is there. */
const insert = `
  insert into public.chat_messages_v2 (conversation_id, agent_id, user_id, role, content)
  select
    s.conversation_id, s.agent_id, md5('profile:' || 1 + $1::integer % 900)::uuid, 'user',
    jsonb_build_object('text', 'Written meanwhile: ' || $1::text)
  from public.conversation_sessions as s
  where s.conversation_id = md5('conversation:' || 10 + $1::integer % 900)::uuid
  limit 1`;

export interface Latency {
  inserts: number;
  /** Milliseconds from when an insert was due until it was committed. */
  p50: number;
  p99: number;
  longest: number;
}

/** Lets four connections insert 200 messages a second, together, while the work goes on. */
export async function withWriters<T>(url: string, work: () => Promise<T>): Promise<{ result: T; latency: Latency }> {
  const child = fork(fileURLToPath(new URL("./writing-process.ts", import.meta.url)));
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`The writers ended by themselves, with ${code}.`);
  });
  try {
    const writing: Writing = { url, writers, everyMs: (1_000 * writers) / perSecond, insert };
    child.send(writing);
    await Promise.race([once(child, "message"), failed]);
    const result = await Promise.race([work(), failed]);
    const ended = once(child, "message") as Promise<[number[]]>;
    child.send("stop");
    const [latencies] = await Promise.race([ended, failed]);
    return { result, latency: latencyOf(latencies) };
  } finally {
    failed.catch(() => undefined);
    child.kill();
  }
}

function latencyOf(latencies: number[]): Latency {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { inserts: sorted.length, p50: at(0.5), p99: at(0.99), longest: sorted.at(-1) ?? Number.NaN };
}
