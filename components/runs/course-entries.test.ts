import { expect, test } from "vitest";
import { courseEntries } from "./course-entries";

const batch = {
  first: 7,
  last: 7,
  changed: 998,
  skipped: 1,
  putOff: 1,
  waitedMs: 0,
  throttle: null,
  batchMs: 240,
  rowsPerSecond: 4_000,
  finishedAt: "2026-11-21T10:00:02.000Z",
};
const event = { number: 3, at: "2026-11-21T10:00:03.000Z", action: "run.pause", actor: "a@b.c", reason: null };

test("events and batches stand in one order, newest first, each as a sentence", () => {
  const entries = courseEntries({
    latest: [batch],
    events: [
      { ...event, message: "The run was asked to pause.", severity: "info" },
      {
        ...event,
        action: "run.fail",
        number: 2,
        at: "2026-11-21T10:00:01.000Z",
        message: "Its worker fell silent.",
        severity: "error",
      },
    ],
  });
  expect(entries.map(({ text, isTrouble }) => [text, isTrouble])).toEqual([
    ["The run was asked to pause.", false],
    ["Batch 7: 998 rows changed, 1 skipped, 1 held by others in 240 ms", false],
    ["Failed: Its worker fell silent.", true],
  ]);
});

test("a batch that the run held back before says for how long and why", () => {
  const held = { ...batch, waitedMs: 2_300, throttle: "A vacuum of public.orders is under way." };
  expect(courseEntries({ latest: [held], events: [] })[0]?.text).toBe(
    "Batch 7: 998 rows changed, 1 skipped, 1 held by others in 240 ms, after 2.3 s of holding back. A vacuum of public.orders is under way.",
  );
});
