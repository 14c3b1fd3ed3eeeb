import { type Spread, spreadOf } from "../spread";
import type { Latency } from "./writers";

/** The change itself, and what a run does besides. */
export interface Timed {
  previewSeconds: number;
  seconds: number;
  verifySeconds: number;
}

/** What one round measured; with writers, how long their inserts took meanwhile. */
export interface Round {
  idle: Latency;
  plainDelete: Timed & { changed: number };
  ourDelete: Timed & { changed: number };
  plainForeignKey: Timed;
  ourForeignKey: Timed;
  beside: {
    plainDelete: Timed & { latency: Latency };
    ourDelete: Timed & { latency: Latency };
    plainForeignKey: Timed & { latency: Latency };
    ourForeignKey: Timed & { latency: Latency };
  };
}

export interface Bar extends Spread {
  name: string;
  bar: string;
  met: boolean;
}

const megabyte = 1024;

/** What is to be reached; each judged by its median, stalls by the worst. */
export function barsOf(rounds: Round[], peakRssKb: number): Bar[] {
  const bar = (name: string, of: (round: Round) => number, wanted: string, isMet: (spread: Spread) => boolean): Bar => {
    const spread = spreadOf(rounds.map(of));
    return { name, ...spread, bar: wanted, met: isMet(spread) };
  };
  const beside = (name: string, way: "ourDelete" | "ourForeignKey"): Bar[] => [
    bar(
      `${name}: p99 of the writers / the larger of 10 × idle and 40 ms`,
      ({ idle, beside }) => beside[way].latency.p99 / Math.max(10 * idle.p99, 40),
      "≤ 1",
      ({ median }) => median <= 1,
    ),
    bar(
      `${name}: longest stall, ms`,
      ({ beside }) => beside[way].latency.longest,
      "≤ 250",
      ({ max }) => max <= 250,
    ),
    bar(
      `${name}: time beside writers / unhindered`,
      (round) => round.beside[way].seconds / round[way].seconds,
      "≤ 4",
      ({ median }) => median <= 4,
    ),
  ];
  const memory = peakRssKb / megabyte;
  return [
    bar(
      "our delete / plain delete, rows a second",
      ({ plainDelete, ourDelete }) => plainDelete.seconds / ourDelete.seconds,
      "≥ 0.5",
      ({ median }) => median >= 0.5,
    ),
    ...beside("delete", "ourDelete"),
    ...beside("foreign key and index", "ourForeignKey"),
    {
      name: "peak memory of the process, MB",
      min: memory,
      median: memory,
      max: memory,
      bar: "≤ 300",
      met: memory <= 300,
    },
  ];
}
