import { expect, test } from "vitest";
import { planAge } from "./plan-age";

const created = "2026-01-01T12:00:00Z";
const after = (minutes: number) => Date.parse(created) + minutes * 60_000;

test("a preview is fresh, then ageing, and stale from one hour on", () => {
  expect(planAge(created, after(0))).toBe("fresh");
  expect(planAge(created, after(49.9))).toBe("fresh");
  expect(planAge(created, after(50))).toBe("ageing");
  expect(planAge(created, after(59.9))).toBe("ageing");
  expect(planAge(created, after(60))).toBe("stale");
});

test("a browser whose clock is behind does not call a new preview stale", () => {
  expect(planAge(created, after(-30))).toBe("fresh");
});
