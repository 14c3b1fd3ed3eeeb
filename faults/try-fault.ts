import { type Carried, carryOut } from "./carry-out";
import type { Fault } from "./fault";
import type { Ground } from "./ground";
import { rowsNow } from "./ledger";
import { previewRepair, previewUndo } from "./operate";
import { patiently } from "./patience";
import type { Scenario } from "./scenario";
import { onSite, type Site } from "./site";

export interface Tried {
  fault: string;
  repair: string;
  /** Runs that were carried out under it, the undo among them. */
  runs: number;
  hits: number;
  /** Sentences; none where everything held. */
  problems: string[];
}

const none: Fault = { name: "nothing", strikes: 0 };

/** Repairs a site under a fault, and undoes that under the same fault. */
export function tryFault(ground: Ground, scenario: Scenario, fault: Fault): Promise<Tried> {
  return onSite(ground, scenario, async (site) => {
    const carried = [await carryOut(ground, site, await previewRepair(ground, site), fault)];
    const [first] = carried;
    const problems: string[] = [];
    if (first && fault.ends) {
      // What was left is mended by the next run, once there is room; both are undone, last first.
      carried.push(await carryOut(ground, site, await previewRepair(ground, site), none));
    }
    if (first && scenario.undo) {
      for (const { runId } of carried.filter(({ changed }) => changed > 0).reverse())
        carried.push(await carryOut(ground, site, await previewUndo(ground, runId), fault.ends ? none : fault));
      if (!fault.movesRows) problems.push(...(await notRestored(ground, site)));
    }
    return summed(fault, scenario, carried, problems);
  });
}

async function notRestored({ engine }: Ground, { schema, before }: Site): Promise<string[]> {
  const now = (await patiently(() => rowsNow(engine, schema))).sort();
  return JSON.stringify(now) === JSON.stringify([...before].sort())
    ? []
    : ["The undo did not bring back what was there."];
}

function summed(fault: Fault, { repair }: Scenario, carried: Carried[], problems: string[]): Tried {
  return {
    fault: fault.name,
    repair,
    runs: carried.length,
    hits: carried.reduce((sum, { hits }) => sum + hits, 0),
    problems: [...carried.flatMap((one) => one.problems), ...problems],
  };
}
