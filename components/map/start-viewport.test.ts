import { expect, test } from "vitest";
import { startViewport, wholeViewport } from "./start-viewport";

const room = { width: 1000, height: 500 };

test("a small picture stands in the middle, as large as it is", () => {
  const small = { width: 400, height: 100, focus: { x: 0, y: 0 } };
  expect(startViewport(small, room)).toEqual({ x: 300, y: 200, zoom: 1 });
});

test("a picture that nearly fits is made smaller", () => {
  const { zoom, x } = startViewport({ width: 1190, height: 100, focus: { x: 0, y: 0 } }, room);
  expect(zoom).toBeCloseTo(0.8);
  expect(x).toBeCloseTo(24);
});

test("a large picture shows first what is worst, and nothing beside the picture", () => {
  const large = { width: 10_000, height: 10_000 };
  const { x, y, zoom } = startViewport({ ...large, focus: { x: 5_000, y: 9_990 } }, room);
  expect(x + 5_000 * zoom).toBeCloseTo(500);
  expect(y + 10_000 * zoom).toBeCloseTo(500 - 24);
  expect(startViewport({ ...large, focus: { x: 0, y: 0 } }, room)).toMatchObject({ x: 24, y: 24 });
});

test("all of a large picture can be seen at once, in the middle", () => {
  const { x, y, zoom } = wholeViewport({ width: 10_000, height: 5_000, focus: { x: 0, y: 0 } }, room);
  expect(zoom).toBeCloseTo(0.09, 1);
  expect(x + 5_000 * zoom).toBeCloseTo(500);
  expect(y + 2_500 * zoom).toBeCloseTo(250);
});
