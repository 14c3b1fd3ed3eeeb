import { expect, test } from "vitest";
import { BatchFailures } from "./batch-failures";

function after(ended: string): boolean {
  const failures = new BatchFailures();
  for (const end of ended) failures.note(end === "x");
  return failures.areTooMany();
}

test.each([
  ["xxx", false],
  ["xxxx", true],
  ["xoxoxoxo", false],
  ["ooooxxxxx", true],
  ["oooooooooooooxxxxx", false],
  ["oooooooooooooxxxxxx", true],
])("of %s, more than half failed: %s", (ended, tooMany) => {
  expect(after(ended)).toBe(tooMany);
});
