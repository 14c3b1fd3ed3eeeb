import { conditionName } from "@/lib/db";
import type { Accepted } from "./send";
import type { Expected, TextRow } from "./types";

/** How the server answered. */
export type Answer = { kind: "accepted"; accepted: Accepted } | { kind: "refused"; sqlstate: string; words: string };

export function isAsExpected(expected: Expected, answer: Answer): boolean {
  if (expected.kind === "refused") return answer.kind === "refused" && answer.sqlstate === expected.sqlstate;
  if (answer.kind === "refused") return false;
  const { count, rows } = answer.accepted;
  if (expected.kind !== "returns") return expected.rows === null || expected.rows === count;
  return count === expected.rows.length && rows.every((row, at) => isSameRow(row, expected.rows[at] ?? {}));
}

export function expectedWords(expected: Expected): string {
  if (expected.kind === "refused") {
    const name = conditionName(expected.sqlstate);
    return `refused with ${expected.sqlstate}${name ? `, ${name}` : ""}`;
  }
  if (expected.kind === "returns") return `returns ${rowsWords(expected.rows, expected.rows.length)}`;
  return expected.rows === null ? "accepted" : `accepted, ${countWords(expected.rows)}`;
}

export function actualWords(answer: Answer, expected: Expected): string {
  if (answer.kind === "refused") return `refused: ${answer.words}`;
  const { count, rows } = answer.accepted;
  if (expected.kind === "returns") return `returns ${rowsWords(rows, count)}`;
  return `accepted, ${countWords(count)}`;
}

function isSameRow(one: TextRow, other: TextRow): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => name in other && one[name] === other[name])
  );
}

const shownRows = 5;

function rowsWords(rows: TextRow[], count: number): string {
  if (count === 0) return "no row";
  const shown = rows.slice(0, shownRows).map((row) => `(${Object.entries(row).map(pairWords).join(", ")})`);
  const more = count > shown.length ? ` and ${count - shown.length} more` : "";
  return `${countWords(count)}: ${shown.join(", ")}${more}`;
}

function pairWords([name, value]: [string, string | null]): string {
  return `${name} = ${value === null ? "NULL" : value.slice(0, 200)}`;
}

function countWords(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
