import { expect, it } from "vitest";
import { CommandError, sentenceOf } from "./sentence";

it.each(["ENOSPC", "EDQUOT"])("a disk that is full (%s) is said, whichever file could not be written", (code) => {
  const error = Object.assign(new Error(`${code}: no space left on device, write`), { code });
  expect(sentenceOf(error)).toBe("The disk is full: free some of it, then do the same again.");
});

it("a failure that was foreseen is its own sentence, every other one has none", () => {
  expect(sentenceOf(new CommandError("Do this."))).toBe("Do this.");
  expect(sentenceOf(new TypeError("x is not a function"))).toBeNull();
  expect(sentenceOf("thrown text")).toBeNull();
});
