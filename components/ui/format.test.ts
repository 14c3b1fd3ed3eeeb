import { expect, test } from "vitest";
import { formatCount, formatDuration, formatMoney, formatNumber } from "./format";
import { formatRelative } from "./format-time";

test("numbers are grouped and agree with their noun", () => {
  expect(formatNumber(2423)).toBe("2,423");
  expect(formatCount(1, "row")).toBe("1 row");
  expect(formatCount(0, "entry", "entries")).toBe("0 entries");
});

test("durations are as exact as they are long", () => {
  expect(formatDuration(0.84)).toBe("0.8 ms");
  expect(formatDuration(230.4)).toBe("230 ms");
  expect(formatDuration(1430)).toBe("1.4 s");
  expect(formatDuration(125_000)).toBe("2 min 5 s");
  expect(formatDuration(119_990)).toBe("2 min 0 s");
});

test("money is written as its currency is; what is no amount stays as it is", () => {
  expect(formatMoney(1234567.5, "INR")).toBe("₹12,34,567.50");
  expect(formatMoney("99", null)).toBe("99.00");
  expect(formatMoney("n/a", "INR")).toBe("n/a");
});

test("times are told from now, in either direction", () => {
  const nowMs = Date.parse("2026-11-21T12:00:00Z");
  expect(formatRelative(new Date(nowMs - 20_000), nowMs)).toBe("just now");
  expect(formatRelative(new Date(nowMs - 3 * 60_000), nowMs)).toBe("3 min. ago");
  expect(formatRelative(new Date(nowMs - 2 * 86_400_000), nowMs)).toBe("2 days ago");
  expect(formatRelative(new Date(nowMs + 2 * 3_600_000), nowMs)).toBe("in 2 hr.");
});
