import type { PlanStep } from "@/lib/plans/types";
import type { RepairCode } from "@/lib/repairs/codes";

export type RunStatus =
  | "queued"
  | "running"
  | "pausing"
  | "paused"
  | "cancelling"
  | "cancelled"
  | "succeeded"
  | "failed"
  | "interrupted";
export type StepStatus = "pending" | "running" | "succeeded" | "failed";

export interface RunStep extends PlanStep {
  status: StepStatus;
  affected: number | null;
  error: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

/** The finding's check measured again after the run. */
export interface Verification {
  passed: boolean;
  before: number | null;
  after: number | null;
  /** A sentence. */
  message: string;
}

export interface RunSummary {
  id: string;
  planId: string;
  findingId: string | null;
  repair: RepairCode | "undo";
  repairTitle: string;
  summary: string;
  /** What `changed` counts: rows, or schema changes. */
  form: "rows" | "schema";
  status: RunStatus;
  /** It is over, and its table is free for another run. */
  isOver: boolean;
  schemaName: string;
  tableName: string;
  actor: string;
  reason: string;
  changed: number;
  skipped: number;
  /** Rows that the plan would change, or its schema changes. */
  total: number;
  batches: number;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
  undoOf: string | null;
  /** The run that undid this one. */
  undoneBy: string | null;
}

export interface RunPage {
  runs: RunSummary[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

export interface Run extends RunSummary {
  steps: RunStep[];
  verification: Verification | null;
  /** Null when it can be undone; otherwise a sentence why not. */
  undoRefusal: string | null;
}
