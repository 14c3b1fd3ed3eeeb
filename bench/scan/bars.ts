import { type Spread, spreadOf } from "../spread";
import type { Round } from "./run-rounds";

/** What is to be reached, as a ratio of two ways in the same round. */
export interface Bar extends Spread {
  name: string;
  bar: string;
  met: boolean;
}

const mebibyte = 1024;
const mostMemoryMb = 300;

export function barsOf(rounds: Round[], peakRssKb: number): Bar[] {
  const ratio = (name: string, of: (round: Round) => number, bar: string, isMet: (median: number) => boolean): Bar => {
    const spread = spreadOf(rounds.map(of));
    return { name, ...spread, bar, met: isMet(spread.median) };
  };
  const memory = peakRssKb / mebibyte;
  return [
    ratio(
      "scan / floor",
      ({ scan, floor }) => scan / floor,
      "≤ 1.5",
      (median) => median <= 1.5,
    ),
    ratio(
      "one query per check / scan",
      ({ oneByOne, scan }) => oneByOne / scan,
      "≥ 2",
      (median) => median >= 2,
    ),
    ratio(
      "unchanged / scan",
      ({ unchanged, scan }) => unchanged / scan,
      "≤ 0.05",
      (median) => median <= 0.05,
    ),
    {
      name: "peak memory of the process, MB",
      min: memory,
      median: memory,
      max: memory,
      bar: `≤ ${mostMemoryMb}`,
      met: memory <= mostMemoryMb,
    },
  ];
}

export function secondsOf(rounds: Round[]): Record<keyof Round, Spread> {
  const of = (way: keyof Round) => spreadOf(rounds.map((round) => round[way]));
  return { floor: of("floor"), oneByOne: of("oneByOne"), scan: of("scan"), unchanged: of("unchanged") };
}
