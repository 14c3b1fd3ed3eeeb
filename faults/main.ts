import { randomInt } from "node:crypto";
import { Command } from "commander";
import { countOf, say } from "@/bench/options";
import { kills, others } from "./cases/all";
import { prepareGround } from "./ground";
import { makeFaults } from "./make-faults";
import { seeded } from "./random";
import { reportText } from "./report";
import { scenarios, untried } from "./scenarios/all";

interface FaultsOptions {
  seed?: number;
  times: number;
  repair?: string[];
  fault?: string[];
}

/** The clocks of the workers, in days from the right one: nothing may hang on them. */
const clockDays = [0, 400, -400];

async function main({ seed = randomInt(1, 1_000_000), times, repair, fault }: FaultsOptions): Promise<void> {
  say(`Seed ${seed}`);
  const begun = performance.now();
  const isWanted = (name: string, wanted?: string[]) => !wanted || wanted.some((part) => name.includes(part));
  const leave = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => leave.abort());
  const ground = await prepareGround(seeded(seed), { workers: 3, clockDays });
  try {
    const tried = await makeFaults(ground, {
      scenarios: scenarios.filter((scenario) => isWanted(scenario.repair, repair)),
      kills: kills.filter(({ name }) => isWanted(name, fault)),
      others: others.filter(({ name }) => isWanted(name, fault)),
      times,
      leave: leave.signal,
      say,
    });
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
    const missing = untried().map((code) => `Not tried, for want of a scenario: ${code}.\n`);
    process.stdout.write(`${reportText(tried)}\n${missing.join("")}Seed ${seed}, ${minutes} minutes.\n`);
    if (tried.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  } finally {
    await ground.stop();
  }
}

await new Command("faults")
  .description("Kills, pauses and cuts off what repairs, and looks whether a row is lost or changed twice.")
  .option("--seed <number>", "the same chance again", countOf)
  .option("--times <count>", "how often processes are killed", countOf, 200)
  .option("--repair <part...>", "only the repairs whose code has it")
  .option("--fault <part...>", "only the faults whose name has it")
  .action(main)
  .parseAsync();
