import { type RepairCode, repairCodes } from "@/lib/repairs/codes";
import type { Scenario } from "../scenario";
import { referenceScenarios } from "./references";
import { rowScenarios } from "./rows";
import { schemaScenarios } from "./schema";

export const scenarios: Scenario[] = [...referenceScenarios, ...rowScenarios, ...schemaScenarios];

/** Repairs that nobody has a scenario of yet; said in the report, since all are to be tried. */
export function untried(): RepairCode[] {
  return repairCodes.filter((code) => !scenarios.some(({ repair }) => repair === code));
}
