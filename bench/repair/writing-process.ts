import { once } from "node:events";
import pg from "pg";

// The writers that go on while something is repaired. They have a process of their own, so that whatever keeps the
// measuring one busy does not look like a slow database, and that their memory is not taken for its.

export interface Writing {
  url: string;
  writers: number;
  everyMs: number;
  insert: string;
}

const [writing] = (await once(process, "message")) as [Writing];
let isStopped = false;
const clients = await Promise.all(Array.from({ length: writing.writers }, connected));
const asked = once(process, "message").then(() => {
  isStopped = true;
});
process.send?.("ready");
const latencies = await Promise.all(clients.map(write));
await asked;
process.send?.(latencies.flat(), () => process.disconnect());

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: writing.url, application_name: "bench writer" });
  await client.connect();
  return client;
}

/** Gives how long each insert took. */
async function write(client: pg.Client, nth: number): Promise<number[]> {
  const latencies: number[] = [];
  const begun = performance.now() + (nth * writing.everyMs) / writing.writers;
  for (let turn = 0; !isStopped; turn++) {
    // From when it was due, not from when it was sent: a writer that waits would otherwise write less and look better.
    const due = begun + turn * writing.everyMs;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await client.query(writing.insert, [nth * 1_000_000 + turn]);
    latencies.push(performance.now() - due);
  }
  await client.end();
  return latencies;
}
