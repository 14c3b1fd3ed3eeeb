import type { TableName } from "@/lib/catalog/types";
import type { RecordDefinition } from "@/lib/records/define";
import type { RunSummary } from "@/lib/runs/types";

/** Each column with the text that PostgreSQL writes and reads back. */
export type Image = Record<string, string | null>;

export interface QuarantinedRow {
  id: string;
  runId: string;
  repairTitle: string;
  schemaName: string;
  tableName: string;
  key: Record<string, string>;
  /** What the run did to the row. */
  change: "insert" | "update" | "delete";
  /** Columns that an update changed. */
  changed: string[];
  at: string;
}

export interface QuarantinePage {
  rows: QuarantinedRow[];
  /** Opaque; null where nothing older is left to look at. */
  nextCursor: string | null;
  /** How far back it was looked where that did not fill the page; null otherwise. */
  lookedBackTo: string | null;
}

export interface QuarantinedRowDetail extends QuarantinedRow {
  before: Image | null;
  after: Image | null;
  run: Pick<RunSummary, "id" | "status" | "actor" | "reason" | "undoneBy">;
  /** Where the record is browsed, when it is one that staff browse. */
  record: Pick<RecordDefinition, "group" | "slug" | "key"> | null;
}

/** The images of one run, and whether they can be removed. */
export interface RunImages {
  runId: string;
  repairTitle: string;
  table: TableName;
  images: number;
  /** What an admin types to remove them. */
  phrase: string;
  /** A sentence why they stay for now; null where they can be removed. */
  refusal: string | null;
  purged: { at: string; images: number; by: string } | null;
  /** When the retention takes them away, and with them the undo; null while it does not. `isSoon`: within the days of warning. */
  leaving: { at: string; isSoon: boolean } | null;
}

export interface LeavingRun {
  runId: string;
  repairTitle: string;
  table: TableName;
  images: number;
  /** From then on it cannot be undone. */
  leavesAt: string;
}

export interface Retention {
  /** Null: kept for good. */
  keepDays: number | null;
  setBy: string | null;
  /** On disk, its indexes included. */
  bytes: number;
  oldest: string | null;
  /** Runs whose images leave within the days of warning; the first of them. */
  leaving: LeavingRun[];
  leavingRuns: number;
  warningDays: number;
}
