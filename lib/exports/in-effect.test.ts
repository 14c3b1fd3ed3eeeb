import { expect, test } from "vitest";
import { inEffect } from "./in-effect";

const run = (id: string, undoOf: string | null = null) => ({ id, undoOf });

test("a repair holds unless an undo of it does", () => {
  const ids = (...runs: ReturnType<typeof run>[]) => inEffect(runs).map(({ id }) => id);
  expect(ids(run("a"), run("b"))).toEqual(["a", "b"]);
  expect(ids(run("a"), run("b"), run("undo a", "a"))).toEqual(["b"]);
  expect(ids(run("a"), run("undo a", "a"), run("undo undo a", "undo a"))).toEqual(["a"]);
  expect(ids(run("a"), run("u", "a"), run("v", "u"), run("w", "v"))).toEqual([]);
  expect(ids(run("a"), run("u", "a"), run("v", "u"), run("again", "a"))).toEqual([]);
});
