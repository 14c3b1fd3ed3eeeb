import fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "./title-of";

test("a short text is its own title, on one line", () => {
  expect(titleOf("  Hello,\n is the houseboat\tfree? ")).toBe("Hello, is the houseboat free?");
  expect(titleOf("x".repeat(50))).toBe("x".repeat(50));
});

test.each([
  ["letters", "x"],
  ["emoji of two halves", "😀"],
  ["families of several emoji", "👨‍👩‍👧‍👦"],
  ["letters with accents apart", "e\u0301"],
  ["letters of Devanagari", "नि"],
])("of a long text it is the first 50 %s", (_what, character) => {
  expect(titleOf(character.repeat(51))).toBe(`${character.repeat(50)}…`);
});

test("whatever is written, a title can be stored and is short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const title = titleOf(text);
      expect(title.isWellFormed()).toBe(true);
      expect(title.length).toBeLessThanOrEqual(1_001);
    }),
  );
});
