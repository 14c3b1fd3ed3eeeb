import fc from "fast-check";
import { expect, test } from "vitest";
import { likePattern, literalPattern, searchCondition } from "./search";

const hostile = fc.string({ unit: fc.constantFrom(..."ab1 %_,().:\"'\\^$|?*+[]{}-é₹") });

test("nothing typed can end the quoted value or begin another condition", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(literalPattern(text)).not.toMatch(/["\\]/);
    }),
  );
  expect(searchCondition(["name", "email"], 'x",id.eq.1')).toBe(
    'name.imatch."x[[.quotation-mark.]],id[.]eq[.]1",email.imatch."x[[.quotation-mark.]],id[.]eq[.]1"',
  );
});

test("every character that means something in a pattern is taken literally", () => {
  expect(literalPattern("a.b*(c)^")).toBe("a[.]b[*][(]c[)][[.circumflex.]]");
  expect(literalPattern("50%_off")).toBe("50%_off");
  expect(likePattern("50%_off\\*")).toBe("50\\%\\_off\\\\_");
});
