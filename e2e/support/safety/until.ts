import { setTimeout as sleep } from "node:timers/promises";

/** Asks every few milliseconds until the answer is yes. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It was not so within ${withinMs / 1000} s.`);
    await sleep(15);
  }
}
