import { expect, test } from "vitest";
import { formatKey, rowId } from "./row-key";

test("a single key needs no column name", () => {
  expect(formatKey({ id: "42" })).toBe("42");
});

test("a composite key names its columns", () => {
  expect(formatKey({ "Order No": "7", line: "2" })).toBe("Order No 7, line 2");
});

test("rows are told apart by their key, and by position where they have none", () => {
  expect(rowId({ a: "1", b: "2", c: "3" }, ["a", "b"], 0)).toBe('["1","2"]');
  expect(rowId({ a: "1" }, [], 5)).toBe("5");
});
