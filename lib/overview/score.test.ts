import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreOf, type Tally } from "./score";

const tally = (severity: Tally["severity"], status: Tally["status"], findings: number): Tally => ({
  severity,
  status,
  findings,
});

test("an error weighs more than a warning, advice nothing, and what was not checked is not counted", () => {
  expect(scoreOf([tally("error", "passing", 1), tally("warning", "failing", 1)])).toBe(76);
  expect(scoreOf([tally("error", "failing", 1), tally("warning", "passing", 1)])).toBe(23);
  expect(scoreOf([tally("error", "passing", 1), tally("info", "failing", 9), tally("error", "not_checked", 9)])).toBe(
    100,
  );
});

test("is not known where nothing was checked", () => {
  expect(scoreOf([])).toBeNull();
  expect(scoreOf([tally("error", "not_checked", 3)])).toBeNull();
});

test("is a hundred exactly when nothing fails", () => {
  const severity = fc.constantFrom("error" as const, "warning" as const);
  fc.assert(
    fc.property(severity, severity, fc.nat(1e6), fc.nat(1e6), (left, right, passing, failing) => {
      const score = scoreOf([tally(left, "passing", passing), tally(right, "failing", failing)]);
      if (passing + failing === 0) expect(score).toBeNull();
      else expect(score === 100).toBe(failing === 0);
    }),
  );
});
