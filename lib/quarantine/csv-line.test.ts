import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test("a value that a spreadsheet would run is plain text", () => {
  expect(csvLine(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])).toBe(
    `'=1+1,'+cmd|' /C calc'!A0,'-2+3,'@SUM(A1),'\t=1,"'\r=1"\r\n`,
  );
});

test("a number stays a number", () => {
  expect(csvLine(["-5", "+1.50", "-1e-7"])).toBe("-5,+1.50,-1e-7\r\n");
});

test("NULL, the empty text, quotes, commas and lines are told apart", () => {
  expect(csvLine([null, "", 'say "so"', "a,b", "two\nlines"])).toBe(',"","say ""so""","a,b","two\nlines"\r\n');
});
