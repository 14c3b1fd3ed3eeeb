import { expect, test } from "vitest";
import { parameterText } from "./parameter-text";

test("text is quoted as PostgreSQL quotes it, so that 'null' and null differ", () => {
  expect(parameterText("O'Neil")).toBe("'O''Neil'");
  expect(parameterText("null")).toBe("'null'");
  expect(parameterText(null)).toBe("null");
});

test("numbers, truth values and lists are written as they are", () => {
  expect([1.5, true, ["a"], { a: 1 }].map(parameterText)).toEqual(["1.5", "true", '["a"]', '{"a":1}']);
});
