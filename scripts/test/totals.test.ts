import { expect, test } from "vitest";
import { totals } from "./totals";

const step = (name: string, passed: number, failed: number) => ({ name, passed, failed, skipped: 0, seconds: 61 });

test("the last line sums every step and stands alone", () => {
  const lines = totals([step("biome", 1, 0), step("unit", 120, 2)]).split("\n");
  expect(lines.at(-1)).toBe("121 passed, 2 failed");
});

test("a step with a failure is marked, and its problem is said", () => {
  const text = totals([{ ...step("end-to-end", 0, 1), problem: "There is no Chromium." }]);
  expect(text).toMatch(/end-to-end +FAILED +0 +1 +0 +1 min 1 s/);
  expect(text).toContain("end-to-end: There is no Chromium.");
});
