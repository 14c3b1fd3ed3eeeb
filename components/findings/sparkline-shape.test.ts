import { expect, test } from "vitest";
import { sparklineShape } from "./sparkline-shape";

const at = (...counts: (number | null)[]) => counts.map((count, index) => ({ measuredAt: String(index), count }));

test("zero lies on the bottom and the highest count on the top", () => {
  expect(sparklineShape(at(289, 0), 100, 20, 0)).toEqual({ paths: ["M0 0 L100 20"], last: { x: 100, y: 20 } });
});

test("a measurement that could not be made is a gap, not a zero", () => {
  expect(sparklineShape(at(4, 4, null, 2, 2), 80, 8, 0).paths).toEqual(["M0 0 L20 0", "M60 4 L80 4"]);
});

test("one measurement is a point in the middle", () => {
  expect(sparklineShape(at(5), 100, 20, 0).last).toEqual({ x: 50, y: 0 });
});

test("a history of nothing but failures to measure has no line and no point", () => {
  expect(sparklineShape(at(null, null), 100, 20)).toEqual({ paths: [], last: null });
});
