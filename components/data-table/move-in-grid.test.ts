import { expect, test } from "vitest";
import { moveInGrid } from "./move-in-grid";

const size = { rows: 51, columns: 6 };

test.each([
  ["ArrowDown", { row: 3, column: 2 }, { row: 4, column: 2 }],
  ["ArrowUp", { row: 1, column: 2 }, { row: 0, column: 2 }],
  ["ArrowRight", { row: 3, column: 2 }, { row: 3, column: 3 }],
  ["Home", { row: 3, column: 2 }, { row: 3, column: 0 }],
  ["End", { row: 3, column: 2 }, { row: 3, column: 5 }],
  ["PageDown", { row: 45, column: 2 }, { row: 50, column: 2 }],
  ["PageUp", { row: 5, column: 2 }, { row: 1, column: 2 }],
])("%s moves from %j to %j", (key, from, to) => {
  expect(moveInGrid(key, false, from, size)).toEqual(to);
});

test("with control, Home and End lead to the first and the last cell of the rows", () => {
  expect(moveInGrid("Home", true, { row: 9, column: 4 }, size)).toEqual({ row: 1, column: 0 });
  expect(moveInGrid("End", true, { row: 9, column: 4 }, size)).toEqual({ row: 50, column: 5 });
});

test("at an edge, and for other keys, the focus stays and the key keeps its meaning", () => {
  expect(moveInGrid("ArrowUp", false, { row: 0, column: 0 }, size)).toBeNull();
  expect(moveInGrid("ArrowRight", false, { row: 2, column: 5 }, size)).toBeNull();
  expect(moveInGrid("Enter", false, { row: 2, column: 5 }, size)).toBeNull();
});
