import { chainFaults } from "./audit-books";
import type { Fault } from "./fault";
import type { Ground } from "./ground";
import { patiently } from "./patience";
import type { Scenario } from "./scenario";
import { type Tried, tryFault } from "./try-fault";

export interface FaultsToMake {
  scenarios: Scenario[];
  /** Made in turn until they have struck that often. */
  kills: Fault[];
  times: number;
  /** Made once for each scenario. */
  others: Fault[];
  /** Aborts when somebody wants it to end; what is under way is brought to its end. */
  leave: AbortSignal;
  say(line: string): void;
}

export async function makeFaults(
  ground: Ground,
  { scenarios, kills, times, others, leave, say }: FaultsToMake,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  const attempt = async (scenario: Scenario, fault: Fault) => {
    if (leave.aborted || (fault.rowsOnly && scenario.rows === null)) return;
    const one = await tryFault(ground, scenario, fault).catch((error: unknown) => brokenOff(scenario, fault, error));
    tried.push(one);
    const held = one.problems.length === 0 ? "held" : `did not hold: ${one.problems[0]}`;
    say(`${scenario.repair}, ${fault.name}: ${one.hits} strikes in ${one.runs} runs, ${held}`);
  };
  const strikes = () =>
    tried.filter(({ fault }) => kills.some(({ name }) => name === fault)).reduce((sum, { hits }) => sum + hits, 0);
  const wanted = kills.length === 0 ? 0 : times;
  for (let turn = 0; strikes() < wanted && !leave.aborted; turn++) {
    for (const [nth, scenario] of scenarios.entries()) {
      const fault = kills[(nth + turn) % kills.length];
      if (fault && strikes() < wanted) await attempt(scenario, fault);
    }
    tried.push(...(await tryChain(ground)));
  }
  for (const fault of others) for (const scenario of scenarios) await attempt(scenario, fault);
  return [...tried, ...(await tryChain(ground))];
}

/** The whole chain of the audit, which grows with every run: after each round, as what breaks it stays. */
async function tryChain({ ctx }: Ground): Promise<Tried[]> {
  const problems = await patiently(() => chainFaults(ctx));
  return problems.length === 0 ? [] : [{ fault: "any", repair: "the audit", runs: 0, hits: 0, problems }];
}

/** One that could not be carried to its end does not keep the others from being tried. */
function brokenOff({ repair }: Scenario, { name }: Fault, error: unknown): Tried {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { fault: name, repair, runs: 1, hits: 0, problems: [`It was broken off: ${message}`] };
}
