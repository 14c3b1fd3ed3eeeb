import type { RunStatus } from "@/lib/runs/types";

/** Every edge there is, with its one reason. What is not here cannot happen. */
export const runEdges = {
  running: {
    succeeded: "every step was done",
    failed: "a step could not be done",
    interrupted: "the connection that executed it is gone",
  },
  succeeded: {},
  failed: {},
  interrupted: {},
} as const satisfies Record<RunStatus, Partial<Record<RunStatus, string>>>;

export type EndStatus = keyof (typeof runEdges)["running"];
