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

test("a red probe is named where the check itself passes, when it decides", () => {
  const probe = { id: "p", title: "A probe", status: "red", message: "", decides: true } as const;
  const { title } = verdictOf(repair, { ...measured(0, false), probes: [probe] });
  expect(title).toBe("The check passes, and a probe is red");
  expect(verdictOf(repair, { ...measured(0), probes: [{ ...probe, decides: false }] }).tone).toBe("success");
});

test("an undo that brings the fault back does not claim that the check passes", () => {
  expect(verdictOf(undo, measured(23, true)).tone).toBe("info");
  expect(verdictOf(undo, measured(0)).tone).toBe("success");
});
