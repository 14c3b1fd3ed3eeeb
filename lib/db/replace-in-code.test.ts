import { expect, test } from "vitest";
import { replaceInCode } from "./replace-in-code";

test.each([
  ["code", "a + $1 + b", "a + ! + b"],
  ["a literal", "$1 || 'it''s $1' || $1", "! || 'it''s $1' || !"],
  ["a literal with escapes", String.raw`E'it\'s $1' || $1`, String.raw`E'it\'s $1' || !`],
  ["a name", `"a""$1".$1`, `"a""$1".!`],
  ["a comment to the end of its line", "a -- it's $1\n = $1", "a -- it's $1\n = !"],
  ["a comment between", "a /* it's $1 */ = $1", "a /* it's $1 */ = !"],
  ["a dollar quote", "do $x$ $$ ' $1 $x$ $1", "do $x$ $$ ' $1 $x$ !"],
])("leaves alone what is not code: %s", (_what, sql, expected) => {
  expect(replaceInCode(sql, /\$\d+/, () => "!")).toBe(expected);
});
