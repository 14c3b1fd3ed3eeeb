import { expect, test } from "vitest";
import { turns } from "./turns";

test("lets so many work at a time, the others in their order, and goes on after one that failed", async () => {
  const inTurn = turns(2);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (nth: number) =>
    inTurn(async () => {
      begun.push(nth);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (nth === 1) throw new Error("failed");
      return nth;
    });
  const done = Promise.allSettled([1, 2, 3, 4].map(work));
  expect(begun).toEqual([1, 2]);
  for (let nth = 0; nth < 4; nth++) {
    ends[nth]?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(begun).toEqual([1, 2, 3, 4]);
  expect((await done).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});
