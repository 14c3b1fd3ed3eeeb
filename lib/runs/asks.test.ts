import { expect, test } from "vitest";
import { runEdges } from "@/lib/runner/run-states";
import { asksOf } from "./asks";
import type { RunAsk, RunStatus } from "./types";

const allowed: Record<RunStatus, RunAsk[]> = {
  queued: ["pause", "cancel"],
  running: ["pause", "cancel"],
  pausing: ["resume", "cancel"],
  paused: ["resume", "cancel"],
  cancelling: [],
  interrupted: ["pause", "cancel"],
  succeeded: [],
  failed: [],
  cancelled: [],
};

test.each(Object.keys(runEdges) as RunStatus[])("a run that is %s can be asked for what its edges allow", (status) => {
  expect(asksOf(status, false)).toEqual(allowed[status]);
});

test("only a running one whose worker does not get on can be taken over", () => {
  const statuses = Object.keys(runEdges) as RunStatus[];
  expect(statuses.filter((status) => asksOf(status, true).includes("take_over"))).toEqual(["running"]);
});
