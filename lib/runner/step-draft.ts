import type { RawBuilder } from "kysely";
import type { PlanStep } from "@/lib/plans/types";
import type { Lock } from "@/lib/repairs/define";

/** A step before its statement is frozen. */
export interface StepDraft {
  title: string;
  sql: RawBuilder<unknown>;
  lock: Lock;
  failsIfRows?: string;
  pass?: PlanStep["pass"];
}
