import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWords, splitKey } from "./column-words";
import { sameWord, wordsOf } from "./words";

describe("wordsOf", () => {
  it.each([
    ["customer_id", ["customer", "id"]],
    ["billingCustomerID", ["billing", "customer", "id"]],
    ["Customer ID", ["customer", "id"]],
    ["HTTPRequestId", ["http", "request", "id"]],
    ["address2Id", ["address2", "id"]],
    ["ÉtudiantId", ["étudiant", "id"]],
    ["__", []],
  ])("reads %s", (identifier, words) => {
    expect(wordsOf(identifier)).toEqual(words);
  });

  it("reads every identifier that PostgreSQL allows", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 63 }), (identifier) => {
        expect(wordsOf(identifier).every((word) => word !== "")).toBe(true);
        expect(Array.isArray(splitKey(columnWords(identifier)).stem)).toBe(true);
      }),
    );
  });
});

describe("sameWord", () => {
  it.each([
    ["category", "categories"],
    ["status", "statuses"],
    ["address", "addresses"],
    ["person", "people"],
    ["box", "boxes"],
    ["hero", "heroes"],
    ["leaf", "leaves"],
    ["series", "series"],
  ])("takes %s and %s for one word", (left, right) => {
    expect(sameWord(left, right)).toBe(true);
    expect(sameWord(right, left)).toBe(true);
  });

  it.each([
    ["new", "newt"],
    ["order", "orderer"],
    ["class", "clas"],
    ["constructor", "toString"],
  ])("tells %s from %s", (left, right) => {
    expect(sameWord(left, right)).toBe(false);
  });

  it("does not care which of two words comes first", () => {
    const words = fc.string({ unit: fc.constantFrom(..."aeisvfxyzoch"), maxLength: 8 });
    fc.assert(fc.property(words, words, (left, right) => sameWord(left, right) === sameWord(right, left)));
  });
});

describe("columnWords", () => {
  it.each([
    ["id_customer", ["customer", "id"]],
    ["fk_customer_id", ["customer", "id"]],
    ["ref_order", ["order", "id"]],
    ["id", ["id"]],
  ])("puts the words of %s in the usual order", (column, words) => {
    expect(columnWords(column)).toEqual(words);
  });
});
