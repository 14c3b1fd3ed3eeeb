import type { Engine } from "@/lib/db";
import { executeRun, type RunOptions } from "@/lib/runner/execute-run";
import { handOn } from "./hand-on";
import { verifyRun } from "./verify-run";

/** Takes a run up in this process and carries it on as far as it goes; does nothing where another worker has it. */
export function workOnRun(engine: Engine, runId: string, options: RunOptions = {}): Promise<void> {
  return executeRun(engine, runId, { verify: (run) => verifyRun(engine, run), handOn }, options);
}
