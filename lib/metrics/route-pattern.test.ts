import { expect, test } from "vitest";
import { routePattern } from "./route-pattern";

test("an address becomes its route, whatever stands in it", () => {
  const address = "http://x/api/records/orders/a%2Fb?q=1";
  expect(routePattern(address, { record: "orders", key: "a/b" })).toBe("/api/records/{record}/{key}");
  expect(routePattern("http://x/api/runs/%zz", { id: "%zz" })).toBe("/api/runs/{id}");
  expect(routePattern("http://x/api/runs", undefined)).toBe("/api/runs");
});
