import { expect, test } from "vitest";
import { failingSince } from "./failing-since";

const at = "2026-01-02T03:04:05Z";

test("what is not checked now keeps since when it failed, as far as is known", () => {
  expect(failingSince({ status: "not_checked", firstFailedAt: at })).toEqual({ at, words: "as far as is known" });
  expect(failingSince({ status: "not_checked", firstFailedAt: null })).toEqual({ at: null, words: "Not known" });
});

test("only what passes is not failing", () => {
  expect(failingSince({ status: "failing", firstFailedAt: at })).toEqual({ at, words: null });
  expect(failingSince({ status: "failing", firstFailedAt: null })).toEqual({ at: null, words: "Not known" });
  expect(failingSince({ status: "passing", firstFailedAt: null })).toEqual({ at: null, words: "Not failing" });
});
