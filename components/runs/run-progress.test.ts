import { expect, test } from "vitest";
import type { Run, RunStep, StepStatus } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

const schema = (status: Run["status"], ...statuses: StepStatus[]) => ({
  form: "schema" as const,
  status,
  changed: 0,
  total: statuses.length,
  steps: statuses.map((step, index) => ({ status: step, position: index + 1, title: `step ${index + 1}` }) as RunStep),
});
const rows = (status: Run["status"], changed: number, total: number) => ({
  ...schema(status, "running", "running"),
  form: "rows" as const,
  changed,
  total,
});

test("names the step under way", () => {
  expect(runProgress(schema("running", "succeeded", "running", "pending"))).toMatchObject({
    done: 1,
    total: 3,
    sentence: "1 of 3 steps done. Now: step 2",
  });
});

test("names the step that failed before any other", () => {
  const { sentence } = runProgress(schema("failed", "succeeded", "failed", "pending"));
  expect(sentence).toBe("1 of 3 steps done. Failed at: step 2");
});

test("says that the proof is still to come when everything is done", () => {
  expect(runProgress(schema("running", "succeeded")).sentence).toBe("1 of 1 step done. Measuring the finding again");
  expect(runProgress(rows("running", 2_000, 2_000)).sentence).toBe(
    "2,000 of 2,000 rows changed. Measuring the finding again",
  );
});

test("counts rows where rows are changed, also while the run waits", () => {
  expect(runProgress(rows("running", 1_000, 5_000))).toMatchObject({
    label: "Rows changed",
    done: 1_000,
    total: 5_000,
    sentence: "1,000 of 5,000 rows changed",
  });
  expect(runProgress(rows("paused", 1_000, 5_000)).sentence).toBe("1,000 of 5,000 rows changed. Paused");
  expect(runProgress(rows("queued", 0, 5_000)).sentence).toBe("It waits for a free worker");
});
