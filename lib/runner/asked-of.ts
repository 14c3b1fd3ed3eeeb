import type { Kysely } from "kysely";
import type { RunStatus } from "@/lib/runs/types";
import { type RunPosition, readPosition } from "./run-position";
import type { TakenRun } from "./take-run";

/** The state in which a run waits or ends when its executor stops before everything is done. */
export type Stop = Extract<RunStatus, "paused" | "cancelled" | "queued">;

/** Ends what is under way in the middle of its tries, since the run is to stop. */
export class Stopped extends Error {
  override name = "Stopped";
  constructor(readonly stop: Stop) {
    super(`The run is to be ${stop}`);
  }
}

/** Between two batches or steps: how far it has come, and whether it is to stop here. */
export async function askedOf(
  db: Kysely<unknown>,
  run: TakenRun,
  { lost, leave }: { lost: AbortSignal; leave: AbortSignal },
): Promise<{ at: RunPosition; stop: Stop | null }> {
  lost.throwIfAborted();
  const at = await readPosition(db, run);
  return { at, stop: stopOf(at.status, leave.aborted) };
}

function stopOf(status: RunStatus, isLeaving: boolean): Stop | null {
  if (status === "pausing") return "paused";
  if (status === "cancelling") return "cancelled";
  return isLeaving ? "queued" : null;
}
