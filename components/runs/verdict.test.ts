import { expect, test } from "vitest";
import { verdictOf } from "./verdict";

const measured = (after: number | null, passed = after === 0) => ({ passed, before: 23, after, message: "" });
const repair = { undoOf: null };
const undo = { undoOf: "the run" };

test("nothing left is the proof", () => {
  expect(verdictOf(repair, measured(0)).tone).toBe("success");
});

test("rows that are left are not called success", () => {
  expect(verdictOf(repair, measured(5)).tone).toBe("warning");
});

test("what could not be measured proves nothing", () => {
  expect(verdictOf(repair, measured(null, true))).toEqual({
    tone: "warning",
    title: "Not verified: it could not be measured again",
  });
});

test("an undo that brings the fault back does not claim that the check passes", () => {
  expect(verdictOf(undo, measured(23, true)).tone).toBe("info");
  expect(verdictOf(undo, measured(0)).tone).toBe("success");
});
