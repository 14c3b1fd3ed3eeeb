import { afterAll, beforeAll, expect, test } from "vitest";
import { chainFaults } from "./audit-books";
import { cutAfterCommit } from "./cases/cut-commits";
import { killServer, killWorker } from "./cases/kills";
import { type Ground, prepareGround } from "./ground";
import { seeded } from "./random";
import { referenceScenarios } from "./scenarios/references";
import { tryFault } from "./try-fault";

let ground: Ground;
beforeAll(async () => {
  ground = await prepareGround(seeded(20_261_121), { workers: 2 });
}, 60_000);
afterAll(() => ground.stop());

/** `npm run faults` does the same two hundred times, with every repair and with more that can go wrong. */
test.each([
  { repair: "delete-orphans", fault: { ...killWorker, strikes: 1 } },
  { repair: "add-index", fault: { ...killServer, strikes: 1 } },
  { repair: "adopt-orphans", fault: { ...cutAfterCommit, strikes: 1 } },
])(
  "$repair and its undo lose no row and change none twice: $fault.name",
  async ({ repair, fault }) => {
    const scenario = referenceScenarios.find((one) => one.repair === repair);
    if (!scenario) throw new Error(`There is no scenario of ${repair}.`);
    expect((await tryFault(ground, scenario, fault)).problems).toEqual([]);
    expect(await chainFaults(ground.ctx)).toEqual([]);
  },
  60_000,
);
