import { describe, expect, it } from "vitest";
import { toCount } from "./count";

describe("toCount", () => {
  it.each([
    ["0", 0],
    ["9007199254740991", 9007199254740991],
    [12, 12],
  ])("reads %s", (value, count) => {
    expect(toCount(value)).toBe(count);
  });

  it.each([null, undefined, "", "x", "9007199254740993", 1.5])("never makes a number of %s", (value) => {
    expect(() => toCount(value)).toThrow(RangeError);
  });
});
