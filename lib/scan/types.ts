import type { CatalogVerdict, Expectation } from "@/lib/checks/define";

/** How a number was obtained. */
export type Obtained = "exact" | "proved" | "none";

/** What one check found on one target. */
export interface Measurement {
  expectation: Expectation;
  status: CatalogVerdict["status"];
  /** Why it could not be checked. */
  reason: string | null;
  /** Null exactly when not checked; a fault of the schema counts 1. */
  count: number | null;
  how: Obtained;
  /** Some of the rows, whole keys and cells cut short, column → text. */
  sample: Record<string, string | null>[];
  measuredAt: Date;
  durationMs: number;
}

export interface MeasureOptions {
  /** How long one statement may take. */
  statementTimeoutMs?: number;
  now?: () => Date;
}
