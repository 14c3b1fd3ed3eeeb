import type { Catalog } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { checkOn } from "@/lib/checks/registry";
import { judge } from "./verdicts";

/** Another check of the same target fails and speaks for both: a foreign key that is missing is not "not validated" as well. */
export function isWaiting({ check, target, playbook }: Expectation, catalog: Catalog): boolean {
  const { waitsFor } = checkOn(check, target);
  if (!waitsFor) return false;
  const first = judge({ check: waitsFor, target, playbook }, catalog);
  return !("check" in first) && first.status === "failing";
}
