import type { RawBuilder } from "kysely";
import type { TableName } from "@/lib/catalog/types";

export type GaugeName =
  | "heldUpMs"
  | "lockTries"
  | "replicaLagSeconds"
  | "vacuum"
  | "walMegabytesPerSecond"
  | "longTransactionSeconds"
  | "connectionShare";

/** What the last batch met. */
export interface Met {
  /** How long somebody waited for what it had locked. */
  heldUpMs: number;
  /** How often it gave up waiting for a lock and began again. */
  lockTries: number;
}

/** A number, and whom it is about where that is known. */
export interface Reading {
  value: number;
  about: string | null;
}

/** One reason to hold back. */
export interface Gauge {
  name: GaugeName;
  /** A query of one row, `value` and `about`; no row or a null value where it cannot be known. */
  reads?(table: TableName): RawBuilder<unknown>;
  /** It reads a counter: what counts is how much it grows in a second. */
  isCounter?: true;
  met?(met: Met): number;
  /** A sentence, which begins with what is in the way. */
  says(reading: Reading): string;
}
