import { describe, expect, test } from "vitest";
import { type Held, inTheWay, judge, type Verdict } from "./judge";
import { patience, throttleLimits } from "./limits";
import { shown } from "./take-look";

const about = null;

describe("what is in the way", () => {
  test("nothing, where no gauge is over its limit or none can be read", () => {
    expect(inTheWay({}, throttleLimits)).toBeNull();
    expect(inTheWay({ replicaLagSeconds: { value: 10, about } }, throttleLimits)).toBeNull();
  });

  test.each([
    ["heldUpMs", 180, "Another session waited 180 ms for what the last batch had locked"],
    ["lockTries", 2, "The last batch had to begin again 2 times, because others held its rows."],
    ["replicaLagSeconds", 14.4, "The replica is 14 seconds behind."],
    ["vacuum", 1, "The table is being vacuumed."],
    ["walMegabytesPerSecond", 300.2, "The server writes 300 MB of write-ahead log a second."],
    ["longTransactionSeconds", 1_500, "A transaction has been open for 25 minutes: a session."],
    ["connectionShare", 0.9, "connections of the server are in use."],
  ] as const)("%s at %d is said in a sentence, and is no reason to pause", (name, value, sentence) => {
    const found = inTheWay({ [name]: { value, about } }, throttleLimits);
    expect(found?.reason).toContain(sentence);
    expect(found?.isHard).toBe(false);
  });

  test.each([
    ["vacuum", 2],
    ["replicaLagSeconds", 301],
    ["longTransactionSeconds", 15_000],
    ["connectionShare", 0.96],
  ] as const)("%s at %d is a reason to pause", (name, value) => {
    expect(inTheWay({ [name]: { value, about } }, throttleLimits)?.isHard).toBe(true);
  });

  test("the first of several is named, and a hard one before a soft one", () => {
    const soft = { vacuum: { value: 1, about }, connectionShare: { value: 0.9, about: "90 of 100" } };
    expect(inTheWay(soft, throttleLimits)?.reason).toBe("The table is being vacuumed.");
    const hard = { ...soft, connectionShare: { value: 0.99, about: "99 of 100" } };
    expect(inTheWay(hard, throttleLimits)?.reason).toBe("99 of 100 connections of the server are in use.");
  });
});

describe("a run that has something in its way", () => {
  function judged(looks: (boolean | null)[], everyMs = 1_000): Verdict[] {
    let held: Held | null = null;
    return looks.map((isHard, index) => {
      const found = isHard === null ? null : { isHard, reason: "It is in the way." };
      const verdict = judge(found, held, index * everyMs, patience);
      held = verdict.kind === "wait" ? verdict.held : null;
      return verdict;
    });
  }

  test("waits longer each time, and goes on when it has passed", () => {
    const verdicts = judged([false, false, false, false, false, false, null]);
    const pauses = verdicts.map((verdict) => (verdict.kind === "wait" ? verdict.pauseMs : verdict.kind));
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 3_000, 3_000, "go"]);
  });

  test("pauses by itself when a hard limit is seen three times in a row, and not at a moment's peak", () => {
    expect(judged([true, true, false, true, true]).every(({ kind }) => kind === "wait")).toBe(true);
    expect(judged([true, true, true]).at(-1)).toEqual({
      kind: "pause",
      reason: "It is in the way. The run paused by itself; resume it when that has passed.",
    });
  });

  test("pauses by itself when it has waited for half an hour", () => {
    const [, last] = judged([false, false], patience.giveUpMs);
    expect(last).toMatchObject({ kind: "pause", reason: expect.stringContaining("waited 30 minutes and then paused") });
  });
});

test("what is counted is shown by its growth in a second, and only from the second look on", () => {
  const look = (atSeconds: number, value: number) => ({
    atSeconds,
    readings: { walMegabytesPerSecond: { value, about } },
  });
  expect(shown(look(10, 5_000), null, null)).toEqual({});
  expect(shown(look(12, 5_600), look(10, 5_000), null)).toEqual({ walMegabytesPerSecond: { value: 300, about } });
});
