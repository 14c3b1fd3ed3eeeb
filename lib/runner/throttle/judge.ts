import { duration } from "./duration";
import type { Gauge } from "./gauge";
import { gauges } from "./gauges";
import type { ThrottleLimits, ThrottleOptions } from "./limits";
import type { Look } from "./take-look";

/** What stands in the way of the next batch. */
export interface InTheWay {
  isHard: boolean;
  reason: string;
}

/** How long a run has held back by now; null while it does not. */
export interface Held {
  sinceMs: number;
  looks: number;
  hardLooks: number;
}

export type Verdict =
  | { kind: "go" }
  | { kind: "wait"; reason: string; pauseMs: number; held: Held }
  | { kind: "pause"; reason: string };

/** The first gauge that is over its hard limit, or else the first that is over its soft one. */
export function inTheWay(readings: Look["readings"], limits: ThrottleLimits): InTheWay | null {
  const over = (which: "soft" | "hard") => (gauge: Gauge) => {
    const reading = readings[gauge.name];
    return reading !== undefined && reading.value > limits[gauge.name][which];
  };
  const hard = gauges.find(over("hard"));
  const gauge = hard ?? gauges.find(over("soft"));
  const reading = gauge && readings[gauge.name];
  return reading ? { isHard: gauge === hard, reason: gauge.says(reading) } : null;
}

/** Whether the next batch may begin, or how long to wait before looking again. */
export function judge(
  found: InTheWay | null,
  held: Held | null,
  nowMs: number,
  { pauseMs, longestPauseMs, giveUpMs, hardLooks }: ThrottleOptions["patience"],
): Verdict {
  if (!found) return { kind: "go" };
  const next: Held = {
    sinceMs: held?.sinceMs ?? nowMs,
    looks: (held?.looks ?? 0) + 1,
    hardLooks: found.isHard ? (held?.hardLooks ?? 0) + 1 : 0,
  };
  if (next.hardLooks >= hardLooks) {
    return { kind: "pause", reason: `${found.reason} The run paused by itself; resume it when that has passed.` };
  }
  const waitedMs = nowMs - next.sinceMs;
  if (waitedMs >= giveUpMs) {
    const waited = duration(waitedMs / 1_000);
    return {
      kind: "pause",
      reason: `${found.reason} The run waited ${waited} and then paused by itself; resume it when that has passed.`,
    };
  }
  const pause = Math.min(longestPauseMs, pauseMs * 2 ** (next.looks - 1));
  return { kind: "wait", reason: found.reason, pauseMs: pause, held: next };
}
