import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { RepairCode } from "@/lib/repairs/codes";

/** A fault in tables of a schema of its own, and the repair that mends it. */
export interface Scenario {
  repair: RepairCode;
  check: CheckCode;
  target(schema: string): Target;
  input?: unknown;
  /** Makes the tables; unqualified names are of the scenario's schema. */
  sql: string;
  /** Whether its undo leads back to exactly what was there. */
  undo: boolean;
  /** The table whose rows are repaired, one by one: it has columns `id` and `note` that a writer can use. */
  rows: string | null;
}
