import { expect, test } from "vitest";
import { dueTime, isTimezone } from "./due-time";

test("a time is told by the clock of the schedule, with its weekday", () => {
  expect(dueTime("2026-11-22T21:00:00.000Z", "Asia/Kolkata")).toMatch(/^Monday,? 23 November 2026 at 02:30 GMT\+5:30$/);
});

test.each([
  ["Asia/Kolkata", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["", false],
])("%j is a time zone: %s", (name, isOne) => {
  expect(isTimezone(name)).toBe(isOne);
});
