import { textTable } from "@/bench/text-table";
import type { Tried } from "./try-fault";

/** A row for each repair, a column for each fault: how many runs, in how many of them it struck while they were under way, and what held. */
export function reportText(tried: Tried[]): string {
  const faults = [...new Set(tried.map(({ fault }) => fault))];
  const repairs = [...new Set(tried.map(({ repair }) => repair))];
  const cell = (fault: string, repair: string) =>
    cellText(tried.filter((one) => one.fault === fault && one.repair === repair));
  const total = (fault: string) => cellText(tried.filter((one) => one.fault === fault));
  return [
    textTable(
      ["", ...faults.map((_, at) => letter(at))],
      [
        ...repairs.map((repair) => [repair, ...faults.map((fault) => cell(fault, repair))]),
        ["all", ...faults.map(total)],
      ],
    ),
    [
      "Each: runs, the undo among them / strikes on a run under way.",
      ...faults.map((fault, at) => `${letter(at)}  ${fault}`),
    ].join("\n"),
    ...tried
      .filter(({ problems }) => problems.length > 0)
      .map(({ fault, repair, problems }) =>
        [`${repair}, ${fault}:`, ...problems.slice(0, 6).map((text) => `  ${text}`)].join("\n"),
      ),
    verdict(tried),
  ].join("\n\n");
}

function cellText(tried: Tried[]): string {
  if (tried.length === 0) return "";
  const sum = (of: (one: Tried) => number) => tried.reduce((all, one) => all + of(one), 0);
  const wrong = tried.filter(({ problems }) => problems.length > 0).length;
  const struck = `${sum(({ runs }) => runs)}/${sum(({ hits }) => hits)}`;
  return wrong === 0 ? struck : `${struck} ✗${wrong}`;
}

function letter(at: number): string {
  return String.fromCharCode("a".charCodeAt(0) + at);
}

function verdict(tried: Tried[]): string {
  const wrong = tried.filter(({ problems }) => problems.length > 0).length;
  return wrong === 0
    ? "Every row was there or in quarantine, every change was in the audit once, and nothing stayed locked."
    : `${wrong} of ${tried.length} did not hold.`;
}
