import { expect, test } from "vitest";
import { progressLine } from "./progress-line";

const rows: Parameters<typeof progressLine>[0] = {
  form: "rows",
  status: "running",
  total: 150_000,
  remaining: 150_000,
  pace: null,
  steps: [],
  throttle: null,
};
const stage = (more: Partial<typeof rows>) => progressLine({ ...rows, ...more }).stage;

test("a run of rows says how far it is, how fast it goes and why it holds back", () => {
  expect(progressLine(rows).line).toBe("running.");
  const pace = { rowsPerSecond: 2_300.4, secondsLeft: 60.2 };
  expect(progressLine({ ...rows, remaining: 138_000, pace }).line).toBe(
    "running: 12,000 of 150,000 rows, 2,300 rows a second, 60 s left.",
  );
  expect(progressLine({ ...rows, throttle: "The replica is 12 s behind." }).line).toBe(
    "running. It holds back: The replica is 12 s behind.",
  );
});

test("it is said at each tenth of the way and when it begins to hold back, and not for each batch", () => {
  expect(stage({ remaining: 149_000 })).toBe(stage({ remaining: 140_000 }));
  expect(stage({ remaining: 135_000 })).not.toBe(stage({ remaining: 136_000 }));
  expect(stage({ throttle: "The replica is 12 s behind." })).toBe(stage({ throttle: "The replica is 13 s behind." }));
  expect(stage({ throttle: "The replica is 12 s behind." })).not.toBe(stage({}));
});

test("a run of schema steps says the step that it is at", () => {
  const step = { position: 1, title: "Build the index", status: "running" as const };
  expect(progressLine({ ...rows, form: "schema", steps: [step] }).line).toBe("running: 1 of 1, Build the index.");
});
