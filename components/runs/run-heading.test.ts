import { expect, test } from "vitest";
import { runHeading } from "./run-heading";

const run = {
  repair: "delete-orphans",
  form: "rows",
  status: "running",
  isOver: false,
  summary: "1,200 rows of public.notes will be deleted and kept in quarantine.",
  changed: 1_000,
  skipped: 3,
  total: 1_200,
  schemaName: "public",
  tableName: "notes",
} as const;

test("a run that is on says what will be done", () => {
  expect(runHeading(run)).toBe(run.summary);
});

test.each([
  [{ status: "succeeded", changed: 1_197 }, "1,197 rows of public.notes were deleted. 3 rows were left as found."],
  [{ status: "succeeded", changed: 1, skipped: 1 }, "1 row of public.notes was deleted. 1 row was left as found."],
  [{ status: "succeeded", skipped: 0, repair: "undo" }, "1,000 rows of public.notes were taken back."],
  [{ status: "failed" }, "1,000 of 1,200 rows of public.notes were deleted. Then the run failed."],
  [{ status: "cancelled", changed: 0 }, "0 of 1,200 rows of public.notes were deleted. Then the run was cancelled."],
  [{ status: "succeeded", form: "schema", changed: 2, total: 2 }, "2 steps on public.notes were done."],
  [
    { status: "failed", form: "schema", changed: 1, total: 2 },
    "1 of 2 steps on public.notes was done. Then the run failed.",
  ],
] as const)("a run that is over says what was done: %o", (ending, heading) => {
  expect(runHeading({ ...run, isOver: true, ...ending })).toBe(heading);
});
