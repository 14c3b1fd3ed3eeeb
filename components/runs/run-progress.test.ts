import { expect, test } from "vitest";
import type { Run, RunStep, StepStatus } from "@/lib/runs/types";
import { paceSentence, runProgress } from "./run-progress";

const schema = (status: Run["status"], ...statuses: StepStatus[]) => ({
  form: "schema" as const,
  status,
  changed: 0,
  total: statuses.length,
  remaining: statuses.length,
  steps: statuses.map((step, index) => ({ status: step, position: index + 1, title: `step ${index + 1}` }) as RunStep),
});
const rows = (status: Run["status"], changed: number, total: number, left = 0) => ({
  ...schema(status, "running", "running"),
  form: "rows" as const,
  changed,
  total,
  remaining: total - changed - left,
});

test("names the step under way", () => {
  expect(runProgress(schema("running", "succeeded", "running", "pending"))).toMatchObject({
    done: 1,
    total: 3,
    percent: 33,
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

test("counts the rows that the run left as they are as dealt with", () => {
  expect(runProgress(rows("running", 1_990, 2_000, 10))).toMatchObject({
    done: 2_000,
    percent: 100,
    sentence: "1,990 of 2,000 rows changed, 10 left as they are. Measuring the finding again",
  });
});

test("counts rows where rows are changed, also while the run waits", () => {
  expect(runProgress(rows("running", 1_000, 5_000))).toMatchObject({
    label: "Rows dealt with",
    done: 1_000,
    total: 5_000,
    percent: 20,
    sentence: "1,000 of 5,000 rows changed",
  });
  expect(runProgress(rows("paused", 1_000, 5_000)).sentence).toBe("1,000 of 5,000 rows changed. Paused");
  expect(runProgress(rows("queued", 0, 5_000)).sentence).toBe("It waits for a free worker");
  expect(runProgress(rows("interrupted", 1_000, 5_000)).sentence).toBe(
    "1,000 of 5,000 rows changed. Another worker goes on from there",
  );
});

test("says how fast it goes and how long it takes once that can be told", () => {
  expect(paceSentence({ batches: 2, pace: null })).toBe("2 batches done");
  expect(paceSentence({ batches: 12, pace: { rowsPerSecond: 2_345.6, secondsLeft: 61.2 } })).toBe(
    "12 batches done, 2,346 rows/s, about 1 min 1 s left",
  );
});
