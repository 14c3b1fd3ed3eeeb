import type { TableName } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";
import type { PlanStep, SampleRow } from "@/lib/plans/types";
import type { RepairCode } from "@/lib/repairs/codes";
import type { Fingerprint } from "./fingerprint";
import type { Narrowing } from "./narrowing";

/** How a work list is cut: each batch is one transaction. */
export interface Batching {
  /** Rows of a batch; null where all rows must change together. */
  rows: number | null;
  /** Rows that need the same new parent, or are merged into the same row, stay together. */
  grouped: boolean;
  /** What comes later in the list relies on what comes first: rows that others hold are waited for at once. */
  patient: boolean;
}

/** The part of a plan that a run executes and that the hash covers with the rest; column `steps`. */
export interface PlanBody {
  form: "rows" | "schema";
  /** The rows are gone from the table afterwards, or there is no way back. */
  destroys: boolean;
  steps: PlanStep[];
  /** Null for schema steps. */
  batching: Batching | null;
  effects: string[];
  fingerprint: Fingerprint;
  /** The rows of the finding that were chosen for it, or taken out; absent where it is for all of them. */
  narrowing?: Narrowing;
}

/** A plan before it is stored: everything but its age, its author and its run. */
export interface PlanDraft {
  id: string;
  findingId: string | null;
  repair: RepairCode | "undo";
  undoOf: string | null;
  target: Target | { kind: "run"; table: TableName };
  table: TableName;
  input: unknown;
  summary: string;
  body: PlanBody;
  willChange: number;
  unchanged: number;
  skipped: number;
  sample: SampleRow[];
  rowEvent: string | null;
}

export interface StoredPlan extends PlanDraft {
  hash: string;
  createdBy: string;
  createdAt: Date;
  /** By the database's clock. */
  ageSeconds: number;
  runId: string | null;
}
