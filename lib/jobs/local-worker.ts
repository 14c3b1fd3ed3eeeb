import type { QueueName } from "./queues";
import type { Worker } from "./worker";

// Next bundles this module more than once in a process; the symbol makes them share one worker.
const slot = Symbol.for("plumbline.worker");
const shared = globalThis as { [slot]?: Worker };

/** Makes it the worker of this process. */
export function setLocalWorker(worker: Worker): void {
  shared[slot] = worker;
}

export function hasLocalWorker(): boolean {
  return shared[slot] !== undefined;
}

/** Has the worker of this process, if there is one, look for a job at once. */
export function wakeLocalWorker(queue: QueueName): void {
  shared[slot]?.wake(queue);
}

/** Before the process ends. */
export async function stopLocalWorker(): Promise<void> {
  const worker = shared[slot];
  delete shared[slot];
  await worker?.stop();
}
