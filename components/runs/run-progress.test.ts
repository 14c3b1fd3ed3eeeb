import { expect, test } from "vitest";
import type { RunStep, StepStatus } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

const steps = (...statuses: StepStatus[]) =>
  statuses.map((status, index) => ({ status, position: index + 1, title: `step ${index + 1}` }) as RunStep);

test("names the step under way", () => {
  expect(runProgress(steps("succeeded", "running", "pending"))).toMatchObject({
    done: 1,
    total: 3,
    sentence: "1 of 3 steps done. Now: step 2",
  });
});

test("names the step that failed before any other", () => {
  expect(runProgress(steps("succeeded", "failed", "running")).sentence).toBe("1 of 3 steps done. Failed at: step 2");
});

test("says that the proof is still to come when every step is done", () => {
  expect(runProgress(steps("succeeded"))).toMatchObject({
    current: null,
    sentence: "1 of 1 step done. Measuring the finding again",
  });
});
