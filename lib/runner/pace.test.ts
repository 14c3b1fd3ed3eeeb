import { describe, expect, test } from "vitest";
import { firstPace, halved, nextPace, type Pace } from "./pace";

/** The sizes of the batches, where each takes `fixedMs` and `perRowMs` for each of its rows. */
function sizes(fixedMs: number, perRowMs: number, count = 12): number[] {
  const taken: number[] = [];
  let pace: Pace = firstPace(1_000);
  for (let n = 0; n < count; n += 1) {
    taken.push(pace.rows);
    pace = nextPace(pace, { rows: pace.rows, tookMs: fixedMs + perRowMs * pace.rows });
  }
  return taken;
}

describe("the size of the next batch", () => {
  test("comes to what takes a quarter of a second, and stays there", () => {
    expect(sizes(0, 0.1).slice(0, 4)).toEqual([1_000, 2_000, 2_500, 2_500]);
    expect(sizes(0, 1).slice(0, 4)).toEqual([1_000, 500, 250, 250]);
  });

  test("is never more than ten thousand rows, and never less than fifty for the time alone", () => {
    expect(sizes(0, 0.001).at(-1)).toBe(10_000);
    expect(sizes(0, 100).at(-1)).toBe(50);
  });

  test("does not shrink where fewer rows take as long", () => {
    const small = sizes(2_000, 0.05, 30);
    expect(small.slice(0, 3)).toEqual([1_000, 500, 1_000]);
    expect(small.filter((rows) => rows < 1_000)).toHaveLength(3);
  });

  test("learns nothing from a batch that was not full", () => {
    const pace = firstPace(1_000);
    expect(nextPace(pace, { rows: 40, tookMs: 1 })).toBe(pace);
  });

  test("is halved when somebody had to wait, whatever was learned before", () => {
    expect(halved({ ...firstPace(1_000), least: 1_000 })).toEqual(firstPace(500));
    expect(halved(firstPace(60)).rows).toBe(50);
    expect(halved(firstPace(3)).rows).toBe(3);
  });
});
