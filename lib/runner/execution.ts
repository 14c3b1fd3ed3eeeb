import type { Kysely } from "kysely";
import type { Engine } from "@/lib/db";
import type { Verification } from "@/lib/runs/types";
import type { TakenRun } from "./take-run";
import type { ThrottleLimits } from "./throttle/limits";

/** What the runner cannot know by itself. */
export interface RunHooks {
  /** Measures the finding again, once the change is committed. */
  verify(run: TakenRun): Promise<Verification | null>;
  /** In the caller's transaction: another worker is to go on with the run. */
  handOn(trx: Kysely<unknown>, runId: string): Promise<void>;
}

/** One worker's work on one run. */
export interface Execution {
  engine: Engine;
  run: TakenRun;
  hooks: RunHooks;
  /** Somebody else has the run by now. */
  lost: AbortSignal;
  /** This process is about to end: stop at the next batch and leave the rest to another. */
  leave: AbortSignal;
  /** Where they differ from what is usual. */
  limits?: Partial<ThrottleLimits>;
  /** Says which step is under way. */
  at(position: number): void;
}
