import type { Kysely } from "kysely";
import type { Actor } from "@/lib/audit/emit";
import type { SchemaLimits } from "./limits";

export interface StepDone {
  affected: number | null;
  /** More of the step is to come. */
  isPart?: boolean;
}

/** Who runs a schema step, in which run and why, and how it reports. */
export interface SchemaStepContext {
  runId: string;
  actor: Actor;
  reason: string;
  /** The connection that the run keeps to itself: who takes the run over ends what is under way on it. */
  db: Kysely<unknown>;
  /**
   * The step's own state, written in the change's transaction: a crash cannot leave in doubt whether it was done.
   * After a concurrent statement, which PostgreSQL runs outside any transaction, it shares the audit row's.
   */
  record(db: Kysely<unknown>, done: StepDone): Promise<void>;
  /** Between two tries: resolves when the database is fit for the next. Rejects where the run is to stop. */
  ready?(): Promise<void>;
  /** Tells those who watch what the step waits for; null when it does not any more. */
  say?(reason: string | null): Promise<void>;
  /** Rejects where somebody else has the run by now: before what no transaction of the run's could take back. */
  fence?(db: Kysely<unknown>): Promise<unknown>;
  /** The same, as far as it was noticed. */
  lost?: AbortSignal;
  limits?: Partial<SchemaLimits>;
  sleep?(ms: number): Promise<void>;
  random?(): number;
}
