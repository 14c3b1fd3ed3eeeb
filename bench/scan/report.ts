import { type Machine, machineLine, thisMachine } from "../machine";
import type { Spread } from "../spread";
import { textTable } from "../text-table";
import { type Bar, barsOf, secondsOf } from "./bars";
import type { Round } from "./run-rounds";

export interface Report {
  bench: "scan";
  size: string;
  rows: number;
  postgres: string;
  machine: Machine;
  /** How many statements each way sends. */
  statements: { floor: number; oneByOne: number };
  rounds: Round[];
  seconds: Record<keyof Round, Spread>;
  bars: Bar[];
  /** Empty where every planted fault was found with its count, and no other. */
  differences: string[];
}

export type Measured = Pick<Report, "size" | "rows" | "postgres" | "statements" | "rounds" | "differences">;

export function reportOf(measured: Measured): Report {
  const { maxRSS } = process.resourceUsage();
  return {
    bench: "scan",
    ...measured,
    machine: thisMachine(),
    seconds: secondsOf(measured.rounds),
    bars: barsOf(measured.rounds, maxRSS),
  };
}

export function reportText({ size, rows, postgres, machine, statements, seconds, bars, ...report }: Report): string {
  const ways: [string, Spread][] = [
    [`a  floor: ${statements.floor} plain statements`, seconds.floor],
    [`b  one query per check: ${statements.oneByOne} statements`, seconds.oneByOne],
    ["c  scan", seconds.scan],
    ["d  scan again, nothing changed", seconds.unchanged],
  ];
  return [
    `${size}: ${rows.toLocaleString("en")} rows, PostgreSQL ${postgres}, ${machineLine(machine)}, ${report.rounds.length} rounds`,
    textTable(
      ["seconds", "min", "median", "max"],
      ways.map(([name, spread]) => [name, ...numbers(spread)]),
    ),
    textTable(
      ["ratio in one round", "min", "median", "max", "bar", ""],
      bars.map(({ name, bar, met, ...spread }) => [name, ...numbers(spread), bar, met ? "met" : "missed"]),
    ),
    report.differences.length === 0
      ? "Every planted fault was found with its exact count, and nothing else."
      : report.differences.join("\n"),
  ].join("\n\n");
}

function numbers({ min, median, max }: Spread): string[] {
  return [min, median, max].map((value) => value.toFixed(value < 1 ? 3 : 2));
}
