import { sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { type Engine, toCount } from "@/lib/db";
import { loadFinding } from "@/lib/plans/load-finding";
import { counted } from "@/lib/repairs/wording";
import type { ClaimedRun } from "@/lib/runner/claim-run";
import { measure } from "@/lib/scan/measure";
import type { Verification } from "./types";

/** Measures the run's finding again, now that the change is committed; null where its plan came from no finding. */
export async function verifyRun(engine: Engine, { plan }: ClaimedRun): Promise<Verification | null> {
  if (plan.findingId === null) return null;
  const before = await storedCount(engine, plan.findingId);
  const expectation = { ...(await loadFinding(engine.db, plan.findingId)), playbook: null };
  const [measured] = await measure(engine, await readCatalog(engine.db), [expectation]);
  const after = measured?.count ?? null;
  return { passed: after === 0, before, after, message: sentence(after, measured?.reason ?? null) };
}

function sentence(after: number | null, reason: string | null): string {
  if (after === null) return `It could not be measured again: ${reason}`;
  return after === 0 ? "Measured again: nothing is left." : `Measured again: ${counted(after, "row")} left.`;
}

async function storedCount({ db }: Engine, findingId: string): Promise<number | null> {
  const { rows } = await sql<{
    count: string | null;
  }>`select count from plumbline.findings where id = ${findingId}`.execute(db);
  return rows[0]?.count == null ? null : toCount(rows[0].count);
}
