import { executing, runEdges } from "@/lib/runner/run-states";
import type { RunAsk, RunStatus } from "./types";

/** Where each wish leads: while a worker has the run, and while it waits for one. */
const leadsTo = {
  pause: { executing: "pausing", waiting: "paused" },
  resume: { executing: "running", waiting: "queued" },
  cancel: { executing: "cancelling", waiting: "cancelled" },
} as const satisfies Record<Exclude<RunAsk, "take_over">, Record<"executing" | "waiting", RunStatus>>;

/** What can be asked of a run now, by the edges there are. One is taken over only when its worker does not get on. */
export function asksOf(status: RunStatus, isStalled: boolean): RunAsk[] {
  const side = executing.includes(status) ? "executing" : "waiting";
  const asks = (Object.keys(leadsTo) as (keyof typeof leadsTo)[]).filter(
    (ask) => leadsTo[ask][side] in runEdges[status],
  );
  return isStalled && status === "running" ? [...asks, "take_over"] : asks;
}
