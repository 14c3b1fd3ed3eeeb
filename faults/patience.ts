import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionLost } from "@/lib/db";

const patienceMs = 60_000;

/** Asks again while the server is being started. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isConnectionLost(error) || Date.now() > end) throw error;
      await sleep(20);
    }
  }
}

/** Asks until there is an answer; null where there is none in time. */
export async function until<T>(ask: () => Promise<T | null>, withinMs = patienceMs): Promise<T | null> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await patiently(ask);
    if (answer !== null || Date.now() > end) return answer;
    await sleep(5);
  }
}
