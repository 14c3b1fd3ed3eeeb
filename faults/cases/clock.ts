import { lookAfterRuns } from "@/lib/runs/run-jobs";
import { takeOverRun } from "@/lib/runs/take-over-run";
import type { Fault } from "../fault";
import { stateOf } from "../operate";
import { patiently } from "../patience";
import { setLease } from "./end-lease";

/** The database's clock jumps ahead: a worker that is well is taken for dead, and goes on beside the next. */
export const clockAhead: Fault = {
  name: "clock a year ahead",
  strikes: 2,
  async strike(ground, runId) {
    const jumped = await setLease(ground, runId, "-1 year");
    await patiently(() => lookAfterRuns(ground.engine));
    return jumped;
  },
};

/** It jumps back, and the worker dies: its lease would last for a year, so an operator takes the run over. */
export const clockBack: Fault = {
  name: "clock a year back",
  strikes: 1,
  async strike(ground, runId) {
    const { executor } = await patiently(() => stateOf(ground, runId));
    const worker = executor === null ? null : ground.workers.named(executor);
    if (!worker) return false;
    worker.child.kill("SIGSTOP");
    const jumped = await setLease(ground, runId, "1 year");
    await ground.workers.kill(worker);
    if (!jumped || !(await patiently(() => stateOf(ground, runId))).isExecuting) return false;
    await patiently(() => takeOverRun(ground.ctx, { runId, reason: "Its worker is dead." }));
    return true;
  },
};
