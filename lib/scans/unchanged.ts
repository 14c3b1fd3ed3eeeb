import type { Expectation } from "@/lib/checks/define";
import type { Engine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { type Measured, readMeasured } from "@/lib/findings/unchanged-findings";
import { fingerprintOf } from "@/lib/scan/fingerprint";
import { judge } from "@/lib/scan/verdicts";
import { mayHoldBack, readClock, reportOwnWrites, reportWithinMs, untilReported } from "./held-back-writes";
import { type Expected, readExpected } from "./read-expected";

/** Before PostgreSQL 15 an idle connection may keep for itself, as long as it likes, what it wrote. */
const countsReliably = 150_000;

export interface ToScan extends Expected {
  /** Their rows need not be read: nothing that the answer depends on was written since. */
  unchanged: Expectation[];
}

/**
 * What is to be scanned, and what of it did not change since it was measured. Write counters lag behind commits, so they
 * are believed only when nobody can be holding back what was committed before the scan began.
 */
export async function readToScan(engine: Engine, signal: AbortSignal): Promise<ToScan> {
  const { now: since, serverVersion } = await readClock(engine);
  const measured = await readMeasured(engine.db);
  if (serverVersion < countsReliably) return { ...(await readExpected(engine, signal)), unchanged: [] };
  await reportOwnWrites(engine);
  const isHeldBack = measured.size > 0 && (await mayHoldBack(engine, since));
  const known = await readExpected(engine, signal);
  const unchanged = unchangedOf(known, measured);
  if (!isHeldBack) return { ...known, unchanged };
  // Waiting is worth it only where reading takes longer.
  if (readingMs(unchanged, measured) < reportWithinMs) return { ...known, unchanged: [] };
  if (!(await untilReported(engine, since, signal))) return { ...known, unchanged: [] };
  const settled = await readExpected(engine, signal);
  return { ...settled, unchanged: unchangedOf(settled, measured) };
}

function unchangedOf({ catalog, expectations }: Expected, measured: Map<string, Measured>): Expectation[] {
  return expectations.filter((expectation) => {
    const before = measured.get(findingId(expectation.check, expectation.target));
    if (!before) return false;
    const verdict = judge(expectation, catalog);
    return "check" in verdict && fingerprintOf(verdict, catalog) === before.fingerprint;
  });
}

// One pass answers for a whole table, and each of its findings says how long that took.
function readingMs(expectations: Expectation[], measured: Map<string, Measured>): number {
  const passes = new Map<string, number>();
  for (const { check, target } of expectations) {
    const table = JSON.stringify([target.table.schema, target.table.name]);
    const { durationMs = 0 } = measured.get(findingId(check, target)) ?? {};
    passes.set(table, Math.max(durationMs, passes.get(table) ?? 0));
  }
  return [...passes.values()].reduce((sum, ms) => sum + ms, 0);
}
