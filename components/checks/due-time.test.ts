import { expect, test } from "vitest";
import { dueTime } from "./due-time";

test("a time is told by the clock of the schedule, with its weekday", () => {
  expect(dueTime("2026-11-22T21:00:00.000Z", "Asia/Kolkata")).toMatch(/^Monday,? 23 November 2026 at 02:30 GMT\+5:30$/);
});
