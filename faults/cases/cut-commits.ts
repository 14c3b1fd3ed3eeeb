import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../fault";
import type { Ground } from "../ground";
import { stateOf } from "../operate";
import { patiently } from "../patience";
import type { Cut } from "../proxy";

const cutCommit = (name: string, cut: Cut): Fault => ({
  name,
  strikes: 2,
  atOnce: true,
  async strike(ground, runId) {
    const isCut = ground.server.proxy.cutCommit(cut, ground.random.between(1, 2)).then(() => true);
    const wasCut = await Promise.race([isCut, isOver(ground, runId)]);
    ground.server.proxy.spare();
    return wasCut;
  },
});

async function isOver(ground: Ground, runId: string): Promise<false> {
  while (!(await patiently(() => stateOf(ground, runId))).isOver) await sleep(10);
  return false;
}

export const cutBeforeCommit = cutCommit("connection lost before COMMIT", "before");
export const cutAfterCommit = cutCommit("connection lost after COMMIT", "after");
