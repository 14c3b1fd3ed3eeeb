import { type Machine, machineLine, thisMachine } from "../machine";
import { spreadOf } from "../spread";
import { textTable } from "../text-table";
import { type Bar, barsOf, type Round } from "./bars";

export interface Measured {
  size: string;
  messages: number;
  orphans: number;
  postgres: string;
  rounds: Round[];
}

export interface Report extends Measured {
  bench: "repair";
  machine: Machine;
  bars: Bar[];
}

export function reportOf(measured: Measured): Report {
  const { maxRSS } = process.resourceUsage();
  return { bench: "repair", ...measured, machine: thisMachine(), bars: barsOf(measured.rounds, maxRSS) };
}

const ways = ["plainDelete", "ourDelete", "plainForeignKey", "ourForeignKey"] as const;
const names = {
  plainDelete: "a  plain DELETE",
  ourDelete: "b  our run, with quarantine and audit",
  plainForeignKey: "c  plain ADD FOREIGN KEY and CREATE INDEX",
  ourForeignKey: "d  our steps for the same",
};

export function reportText({ size, messages, orphans, postgres, machine, rounds, bars }: Report): string {
  const median = (of: (round: Round) => number) => spreadOf(rounds.map(of)).median;
  const number = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  const idle = [
    "nothing",
    "",
    "",
    "",
    "",
    number(median((round) => round.idle.p50)),
    number(median((round) => round.idle.p99)),
    number(median((round) => round.idle.longest)),
  ];
  return [
    `${size}: ${orphans.toLocaleString("en")} orphans of ${messages.toLocaleString("en")} rows, PostgreSQL ${postgres}, ${machineLine(machine)}, ${rounds.length} rounds`,
    textTable(
      ["", "preview, s", "alone, s", "verify, s", "beside writers, s", "p50, ms", "p99, ms", "longest, ms"],
      [
        idle,
        ...ways.map((way) => [
          names[way],
          number(median((round) => round[way].previewSeconds)),
          number(median((round) => round[way].seconds)),
          number(median((round) => round[way].verifySeconds)),
          number(median((round) => round.beside[way].seconds)),
          number(median((round) => round.beside[way].latency.p50)),
          number(median((round) => round.beside[way].latency.p99)),
          number(median((round) => round.beside[way].latency.longest)),
        ]),
      ],
    ),
    textTable(
      ["", "min", "median", "max", "bar", ""],
      bars.map(({ name, min, median, max, bar, met }) => [
        name,
        ...[min, median, max].map(number),
        bar,
        met ? "met" : "missed",
      ]),
    ),
  ].join("\n\n");
}
