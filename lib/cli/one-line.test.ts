import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { oneLine } from "./one-line";
import { endOf } from "./repair/follow-run";
import { formatText } from "./scan/format-text";
import type { ScanReport } from "./scan/report";
import { CommandError, sentenceOf } from "./sentence";

const evil = "\u001B[2Jorders\n::error::all is well\u009B1m\u2028";

function reportOn(name: string): ScanReport {
  const target = { schema: name, table: name, columns: [name], name };
  const found = {
    check: "no_primary_key",
    severity: "warning",
    status: "failing",
    measured: "exact",
    count: 1,
  } as const;
  return {
    version: 1,
    database: name,
    startedAt: "2026-11-21T10:00:00.000Z",
    durationMs: 1,
    summary: { failing: 1, passing: 0, notChecked: 0 },
    findings: [{ ...found, target, message: `${name} has none.`, sample: [{ [name]: name }], repair: null }],
  };
}

it.each([
  [evil, " [2Jorders ::error::all is well 1m "],
  ["::error::x", ": :error::x"],
  ["  ::warning::x", "  : :warning::x"],
  ["a ##vso[task.complete]##[error]", "a # #vso[task.complete]# #[error]"],
  ["Sales Dept.Lines (order) → public.o (id): 1::text", "Sales Dept.Lines (order) → public.o (id): 1::text"],
])("%j is %j on a line", (text, line) => {
  expect(oneLine(text)).toBe(line);
});

it.each([evil, "::error::all is well"])(
  "a report has as many lines as without the name %j, none of them a command",
  (name) => {
    const lines = formatText(reportOn(name), () => false).split("\n");
    expect(lines).toHaveLength(formatText(reportOn("orders"), () => false).split("\n").length);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}|^\s*::/u);
  },
);

it("a sentence of an error is a line, and only what the command line itself says has several", () => {
  expect(sentenceOf(new AppError("invalid", `There is no ${evil}.`))).not.toMatch(/\p{Cc}/u);
  expect(sentenceOf(new CommandError(`Two:\n  a${"\u001B"}\n  b`))).toBe("Two:\n  a \n  b");
});

it("the end of a run is said in the lines that it has", () => {
  const run = { id: "r", status: "failed", changed: 0, skipped: 0, error: evil, verification: null, form: "rows" };
  expect(endOf(run as never).text.split("\n")).toHaveLength(3);
});
