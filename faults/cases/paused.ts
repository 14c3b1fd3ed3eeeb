import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault";
import { stateOf } from "../operate";
import { patiently, until } from "../patience";
import { endLease } from "./end-lease";

/** Long enough for a worker that goes on to try what it was about to do. */
const reviveMs = 400;

export const pausedWorker: Fault = {
  name: "worker paused and revived",
  strikes: 1,
  async strike(ground, runId) {
    const { executor, isExecuting } = await patiently(() => stateOf(ground, runId));
    const worker = executor === null ? null : ground.workers.named(executor);
    if (!worker || !isExecuting) return false;
    worker.child.kill("SIGSTOP");
    try {
      // Now and then the real time passes, so that nothing hangs on our ending the lease.
      const isPatient = ground.random.next() < 0.1;
      const wasExecuting = isPatient
        ? (await patiently(() => stateOf(ground, runId))).isExecuting
        : await endLease(ground, runId);
      await until(async () => ((await stateOf(ground, runId)).isOver ? true : null));
      return wasExecuting;
    } finally {
      worker.child.kill("SIGCONT");
      await sleep(reviveMs);
    }
  },
};
