import type { CatalogVerdict, Expectation } from "@/lib/checks/define";

/** How a number was obtained: counted or deduced, never estimated. */
export type How = "exact" | "proved" | "unchanged" | "none";

/** What one check found on one target. */
export interface Measurement {
  expectation: Expectation;
  status: CatalogVerdict["status"];
  /** Why it could not be checked. */
  reason: string | null;
  /** Null exactly when not checked; a fault of the schema counts 1. */
  count: number | null;
  how: How;
  /** Some of the rows, whole keys and cells cut short, column → text. */
  sample: Record<string, string | null>[];
  /** What the answer depends on; null where it has to be asked anew each time. */
  fingerprint: string | null;
  measuredAt: Date;
  durationMs: number;
}

export interface MeasureOptions {
  /** How long reading one table may take. */
  statementTimeoutMs?: number;
  /** Ends the reading, in the middle of a statement if need be; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  now?: () => Date;
}
