import type { Fault } from "../fault";
import { stateOf } from "../operate";
import { patiently } from "../patience";
import { endLease } from "./end-lease";

export const killWorker: Fault = {
  name: "worker killed",
  strikes: 3,
  async strike(ground, runId) {
    const { executor, isExecuting } = await patiently(() => stateOf(ground, runId));
    const worker = executor === null ? null : ground.workers.named(executor);
    if (!worker || !isExecuting) return false;
    await ground.workers.kill(worker);
    return endLease(ground, runId);
  },
};

export const killServer: Fault = {
  name: "PostgreSQL killed",
  strikes: 3,
  async strike(ground, runId) {
    await ground.server.killAndStart();
    return endLease(ground, runId);
  },
};
