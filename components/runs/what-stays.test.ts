import { expect, test } from "vitest";
import type { Run, RunStep } from "@/lib/runs/types";
import { whatStays } from "./what-stays";

const run = { status: "running" as Run["status"], tableName: "orders", steps: [] as RunStep[] };

test("says in numbers what a cancelled run leaves behind", () => {
  const rows = { ...run, form: "rows" as const, total: 60_000 };
  expect(whatStays({ ...rows, changed: 0, remaining: 60_000 })).toBe(
    "Nothing is changed yet, so orders stays as it is.",
  );
  expect(whatStays({ ...rows, changed: 12_000, remaining: 48_000 })).toBe(
    "12,000 of 60,000 rows are changed and stay so; 48,000 are left alone. You can undo the run afterwards.",
  );
});

test("counts steps where the schema is changed", () => {
  const steps = [{ status: "succeeded" }, { status: "running" }, { status: "pending" }] as RunStep[];
  expect(whatStays({ ...run, form: "schema", steps, changed: 1, total: 3, remaining: 2 })).toBe(
    "1 of 3 steps is done and stays so; 2 are left alone. You can undo the run afterwards.",
  );
});
