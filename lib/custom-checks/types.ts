import type { Severity } from "@/lib/checks/severity";

/** A check as it was written. */
export interface CustomCheck {
  id: string;
  name: string;
  description: string;
  owner: string;
  severity: Severity;
  schemaName: string;
  tableName: string;
  form: "predicate" | "query";
  sql: string;
  /** A file of the repository is changed there and not on the page. */
  source: "page" | "file";
  /** Why it cannot be run as it stands; null where it can. */
  fault: string | null;
  /** Which version it is, to be sent along with a change of it; null for a file. */
  changedAt: string | null;
}

/** What a check would find, tried without storing anything. */
export interface DryRun {
  /** Null where it could not be counted, and `reason` says why. */
  count: number | null;
  reason: string | null;
  columns: string[];
  sample: Record<string, string | null>[];
  durationMs: number;
}
