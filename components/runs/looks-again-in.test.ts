import { expect, test } from "vitest";
import { looksAgainIn } from "./looks-again-in";

test.each(["queued", "running", "pausing", "paused", "cancelling", "interrupted"] as const)(
  "a run that is %s is looked at again within two seconds",
  (status) => {
    for (const looks of [1, 100]) {
      const ms = looksAgainIn({ isOver: false, status }, looks);
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(2_000);
    }
  },
);

test("a run that is over is not looked at again by itself", () => {
  expect(looksAgainIn({ isOver: true, status: "cancelled" }, 1)).toBe(false);
});
