import type { RunStatus } from "@/lib/runs/types";

/** Every edge there is, with its one reason. What is not here cannot happen; the database has the same list. */
export const runEdges = {
  queued: {
    running: "a worker took it up",
    paused: "it was asked to pause before a worker took it up",
    cancelled: "it was cancelled before a worker took it up",
  },
  running: {
    pausing: "it was asked to pause",
    cancelling: "it was asked to stop for good",
    queued: "its worker was shut down and left the rest to the next",
    interrupted: "its worker fell silent",
    succeeded: "everything was done",
    failed: "a step could not be done",
  },
  pausing: {
    paused: "the batch under way has ended, or its worker fell silent",
    running: "it was resumed before it had paused",
    cancelling: "it was asked to stop for good",
    succeeded: "nothing was left to do",
    failed: "a step could not be done",
  },
  paused: {
    queued: "it was resumed",
    cancelled: "it was cancelled",
  },
  cancelling: {
    cancelled: "the batch under way has ended, or its worker fell silent",
    succeeded: "nothing was left to do",
    failed: "a step could not be done",
  },
  interrupted: {
    running: "another worker took it over",
    paused: "it was asked to pause before a worker took it over",
    cancelled: "it was cancelled before a worker took it over",
  },
  succeeded: {},
  failed: {},
  cancelled: {},
} as const satisfies Record<RunStatus, Partial<Record<RunStatus, string>>>;

const statuses = Object.keys(runEdges) as RunStatus[];

/** The states from which a run can become this one. */
export function statesBefore(to: RunStatus): RunStatus[] {
  return statuses.filter((from) => to in runEdges[from]);
}

/** It holds its table: no other run may begin there. */
export const underWay: RunStatus[] = statuses.filter((status) => Object.keys(runEdges[status]).length > 0);

/** Some worker has it, and says every now and then that it is alive. */
export const executing: RunStatus[] = ["running", "pausing", "cancelling"];
