import { expect, test } from "vitest";
import { settle } from "./settle";

const finished = { code: 0, output: "", timedOut: false };

test("a phase whose tests passed has passed", () => {
  expect(settle(finished, { passed: 3, failed: 0, skipped: 1 })).toEqual({ passed: 3, failed: 0, skipped: 1 });
});

test.each([
  ["executed nothing", finished, { passed: 0, failed: 0, skipped: 4 }],
  ["left no report", finished, null],
  ["failed beside its tests", { ...finished, code: 1 }, { passed: 3, failed: 0, skipped: 0 }],
  ["was killed", { ...finished, code: null }, { passed: 3, failed: 0, skipped: 0 }],
  ["took too long", { ...finished, timedOut: true }, { passed: 3, failed: 0, skipped: 0 }],
])("a phase that %s has failed, and says so", (_, end, counted) => {
  expect(settle(end, counted)).toMatchObject({ failed: 1, problem: expect.stringMatching(/\.$/) });
});

test("failed tests are counted as they are", () => {
  expect(settle({ ...finished, code: 1 }, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
});
