import type { TableName } from "@/lib/catalog/types";
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

/** What a probe of the run's playbook came to afterwards. */
export interface ProbeVerdict {
  id: string;
  title: string;
  status: "green" | "red" | "not_checked";
  message: string;
  /** The run is not proved while it is red. */
  decides: boolean;
}

/** The finding's check measured again after the run. */
export interface Verification {
  passed: boolean;
  before: number | null;
  after: number | null;
  /** A sentence. */
  message: string;
  /** Absent where the run is of no playbook. */
  probes?: ProbeVerdict[];
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
  /** Of these, not dealt with yet. */
  remaining: number;
  batches: number;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
  undoOf: string | null;
  /** The run that undid this one. */
  undoneBy: string | null;
}

export interface RunFacet {
  value: string;
  label: string;
}

export interface RunChoices {
  repairs: RunFacet[];
  tables: string[];
  people: string[];
}

/** A run that holds its table, with every table that it locks. */
export interface RunUnderWay extends RunSummary {
  tables: TableName[];
}

export interface RunPage {
  runs: RunSummary[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

/** What people can ask of a run, where its state allows it. */
export type RunAsk = "pause" | "resume" | "cancel" | "take_over";

export interface RunPace {
  rowsPerSecond: number;
  secondsLeft: number;
}

export interface Run extends RunSummary {
  asks: RunAsk[];
  /** Null until enough batches are done to tell. */
  pace: RunPace | null;
  /** For how long nothing was done by a worker that says it is alive; null where that is not long. */
  stalledSeconds: number | null;
  /** Workers that are there to take it up. */
  workers: number;
  steps: RunStep[];
  verification: Verification | null;
  /** Why it holds back, or why it paused by itself: a sentence. */
  throttle: string | null;
  /** Null when it can be undone; otherwise a sentence why not. */
  undoRefusal: string | null;
}

/** One batch, or a stretch of several. */
export interface BatchPoint {
  first: number;
  last: number;
  changed: number;
  skipped: number;
  /** Rows that others held. */
  putOff: number;
  /** For how long the run held back before it, and what the reason was. */
  waitedMs: number;
  throttle: string | null;
  batchMs: number;
  rowsPerSecond: number;
  finishedAt: string;
}

/** What happened to the run itself, as the audit history has it. */
export interface RunEvent {
  number: number;
  at: string;
  action: string;
  message: string;
  severity: string | null;
  actor: string | null;
  reason: string | null;
}

export interface RunCourse {
  points: BatchPoint[];
  /** The last batches one by one, newest first. */
  latest: BatchPoint[];
  /** Rows that wait until those who hold them let go. */
  heldByOthers: number;
  /** Newest first. */
  events: RunEvent[];
}
