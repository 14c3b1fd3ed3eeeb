import type { Kysely } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Catalog } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import { withKnownReferences } from "@/lib/references/with-undeclared";
import type { Fault, RowPlan } from "@/lib/repairs/define";
import { repairOf } from "@/lib/repairs/registry";
import { readRepairContext } from "@/lib/runner/repair-context";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import { checkOfPlan } from "./cause";

export interface RowRule {
  catalog: Catalog;
  fault: Fault;
  plan: RowPlan;
}

/** The rule by which a stored plan found its rows: the finding's predicate and what the repair does to each. */
export async function rowRuleOf(db: Kysely<unknown>, stored: StoredPlan): Promise<RowRule> {
  const { repair: code, target, input } = stored;
  if (code === "undo" || target.kind === "run") throw new Error("An undo has no rule of its own");
  const repair = repairOf(code);
  const check = checkOfPlan(stored);
  if (check === null) throw new Error("Every repair mends something");
  const request = { repair, check, target, input: repair.input.parse(input) };
  const read = await readRepairContext(db, request, await withKnownReferences(db, await readCatalog(db)));
  const context = { ...read, fault: repair.fault?.(target) ?? read.fault };
  const plan = repair.plan({ ...context, facts: { ...context.facts, ...repair.factsAsFound } });
  if (plan.form !== "rows") throw new AppError("refused", "This repair changes the schema by now. Preview it again.");
  return { catalog: context.catalog, fault: context.fault, plan };
}
