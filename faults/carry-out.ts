import { setTimeout as sleep } from "node:timers/promises";
import type { Plan } from "@/lib/plans/types";
import { handOn } from "@/lib/runs/hand-on";
import { auditFaults } from "./audit-books";
import type { Fault } from "./fault";
import type { Ground } from "./ground";
import { imbalance } from "./ledger";
import { leftovers } from "./leftovers";
import { begin, type RunState, stateOf } from "./operate";
import { patiently, until } from "./patience";
import type { Site } from "./site";

export interface Carried {
  runId: string;
  /** How often the run was under way when the fault struck. */
  hits: number;
  /** What is not as it has to be: sentences. */
  problems: string[];
  changed: number;
}

/** How long such a run takes where nothing happens; faults strike within. */
const usualMs = { rows: 900, schema: 250 };

/** Carries a plan out under a fault, and looks at the books after every strike and at the end. */
export async function carryOut(ground: Ground, site: Site, plan: Plan, fault: Fault): Promise<Carried> {
  const problems: string[] = [];
  const beside = await fault.beside?.(ground, site);
  const runIds = await Promise.all(Array.from({ length: fault.starts ?? 1 }, () => begin(ground, plan)));
  const [runId = ""] = runIds;
  if (new Set(runIds).size > 1) problems.push("Several runs were made of one plan.");
  for (let job = 1; job < 2 * runIds.length; job++) await handOn(ground.engine.db, runId);
  const hasBatches = plan.steps.some(({ lock, repeats }) => repeats || lock.table.schema === "plumbline");
  const within = usualMs[hasBatches ? "rows" : "schema"];
  let hits = 0;
  for (let strike = 0; strike < fault.strikes; strike++) {
    const state = await until(() => whenUnderWay(ground, runId));
    if (!state || state.isOver) break;
    if (!fault.atOnce) await sleep(ground.random.next() * within);
    if (await fault.strike?.(ground, runId)) hits += 1;
    problems.push(...(await patiently(() => imbalance(ground.engine, site.schema, site.before))));
  }
  const end = await until(() => whenOver(ground, runId), 120_000);
  await beside?.stop();
  problems.push(...endFaults(fault, plan, end ?? (await stateOf(ground, runId))));
  problems.push(...(await leftovers(ground.engine, site.schema)));
  problems.push(...(await patiently(() => imbalance(ground.engine, site.schema, site.before))));
  problems.push(...(await patiently(() => auditFaults(ground.engine, site.schema))));
  problems.push(...ground.workers.deserters.splice(0));
  return { runId, hits, problems, changed: end?.changed ?? 0 };
}

async function whenUnderWay(ground: Ground, runId: string): Promise<RunState | null> {
  const state = await stateOf(ground, runId);
  return state.isExecuting || state.isOver ? state : null;
}

async function whenOver(ground: Ground, runId: string): Promise<RunState | null> {
  const state = await stateOf(ground, runId);
  return state.isOver ? state : null;
}

function endFaults(fault: Fault, plan: Plan, { status, error, passed, measured, epoch }: RunState): string[] {
  const faults: string[] = [];
  if (fault.ends) {
    if (status !== "failed" || !error?.includes(fault.ends)) faults.push(`It is ${status} and says: ${error}`);
  } else if (fault.movesRows && status === "failed" && error) {
    // What others did may forbid what was previewed; it is enough that the run says so.
    return faults;
  } else if (status !== "succeeded") faults.push(`It is ${status} and says: ${error}`);
  else if (plan.undoOf === null && !fault.movesRows && passed !== true)
    faults.push(`It is done and its check does not pass: ${measured}`);
  if (fault.strikes === 0 && epoch !== 1) faults.push(`It was taken up ${epoch} times.`);
  return faults;
}
