import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import { checkOn, checks } from "@/lib/checks/registry";
import { targetLabel } from "@/lib/checks/target-label";
import type { Engine } from "@/lib/db";
import { measure } from "@/lib/scan/measure";

/** What a check says now of each target that the catalogue gives it, in that order and with its sample; `known` replaces what it says. */
export async function catalogVerdicts(engine: Engine, check: CheckCode, known: Partial<Catalog> = {}) {
  const catalog = { ...(await readCatalog(engine.db)), ...known };
  const expectations = checks[check].targets(catalog).map((target) => ({ check, target, playbook: null }));
  const found = await measure(engine, catalog, expectations);
  return found.map(({ expectation: { target }, status, count, how, reason, sample }) => ({
    target,
    label: targetLabel(target),
    status,
    count,
    how,
    reason,
    sample,
    message: checkOn(check, target).explain(target, count ?? 0),
  }));
}

/** The labels of what fails, with the counts. */
export async function catalogFailures(
  engine: Engine,
  check: CheckCode,
): Promise<[label: string, count: number | null][]> {
  const found = await catalogVerdicts(engine, check);
  return found.filter(({ status }) => status === "failing").map(({ label, count }) => [label, count]);
}
