import type { CheckCode } from "@/lib/checks/codes";
import type { Severity } from "@/lib/checks/define";
import type { Target } from "@/lib/checks/target";
import type { OfferedRepair } from "@/lib/plans/types";
import type { How } from "@/lib/scan/types";

export type FindingStatus = "failing" | "passing" | "not_checked";
export type { How };

/** Whether a fault asks for attention: `known` was there, and no smaller, when the baseline was taken. */
export type Standing = "open" | "known" | "dismissed";

/** What became of a finding since the scan before the last one. */
export type Change = "new" | "worse" | "better" | "fixed";

export interface Dismissal {
  reason: string;
  by: string;
  at: string;
  /** Null: until somebody takes it back. */
  until: string | null;
}

export interface FindingSummary {
  id: string;
  check: CheckCode;
  title: string;
  severity: Severity;
  status: FindingStatus;
  /** Why it could not be checked. */
  reason: string | null;
  /** Null exactly when not checked. A schema fault counts 1. */
  count: number | null;
  how: How;
  /** "public.orders (user_id) → public.profiles (id)" */
  targetLabel: string;
  schemaName: string;
  tableName: string;
  playbook: string | null;
  message: string;
  measuredAt: string;
  firstFailedAt: string | null;
  standing: Standing;
  /** The dismissal in force. */
  dismissal: Dismissal | null;
  /** The count that the baseline knows of. */
  baselineCount: number | null;
  /** Null where it is as it was, or where there was no earlier scan. */
  change: Change | null;
}

export interface Finding extends FindingSummary {
  target: Target;
  /** Row findings can list their records; schema findings cannot. */
  form: "row" | "catalog";
  why: string;
  /** The undeclared reference that it rests on. */
  referenceId: string | null;
  /** The query that shows it, for a person to read and run. */
  sqlToSee: string | null;
  sample: Record<string, string | null>[];
  history: { measuredAt: string; status: FindingStatus; count: number | null }[];
  repairs: OfferedRepair[];
}

export interface FindingRows {
  columns: string[];
  keyColumns: string[];
  rows: Record<string, string | null>[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

export interface RecordMark {
  findingId: string;
  check: CheckCode;
  title: string;
  severity: Severity;
}
