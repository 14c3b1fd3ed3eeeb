import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";
import { readBaseline } from "./baseline";
import { exitCodeOf, failOns } from "./exit-code";
import { formatJunit } from "./format-junit";
import { formatSarif } from "./format-sarif";
import { formatText } from "./format-text";
import type { ReportedFinding, ScanReport } from "./report";

const orphans: ReportedFinding = {
  check: "orphan_rows",
  severity: "error",
  status: "failing",
  measured: "exact",
  count: 2,
  target: {
    schema: "Sales Dept",
    table: "Lines",
    columns: ["order"],
    name: "Sales Dept.Lines (order) → public.o (id)",
  },
  message: 'Rows of "Lines" <& more>\u0000 name nothing.',
  sample: [{ id: "1", note: "two\nlines" }],
  repair: "delete-orphans",
};
const info: ReportedFinding = {
  ...orphans,
  check: "nullable_boolean",
  severity: "info",
  count: 1,
  sample: [],
  repair: null,
};
const warning: ReportedFinding = { ...info, check: "no_primary_key", severity: "warning" };
const sound: ReportedFinding = { ...info, check: "invalid_index", status: "passing", count: 0 };
const closed: ReportedFinding = {
  ...orphans,
  check: "duplicate_keys",
  status: "not_checked",
  measured: "none",
  count: null,
};
const none = () => false;

function reportWith(...findings: ReportedFinding[]): ScanReport {
  const count = (status: string) => findings.filter((finding) => finding.status === status).length;
  const summary = { failing: count("failing"), passing: count("passing"), notChecked: count("not_checked") };
  return { version: 1, database: "shop", startedAt: "2026-11-21T10:00:00.000Z", durationMs: 1500, summary, findings };
}

describe("exitCodeOf", () => {
  it.each([
    [[sound], [0, 0, 0]],
    [
      [sound, info],
      [0, 0, 0],
    ],
    [[warning], [0, 1, 0]],
    [
      [orphans, sound],
      [1, 1, 0],
    ],
    [
      [orphans, closed],
      [2, 2, 2],
    ],
    [[closed], [2, 2, 2]],
  ])("gives one code for each severity that may fail", (findings, codes) => {
    expect(failOns.map((failOn) => exitCodeOf(reportWith(...findings), none, failOn))).toEqual(codes);
  });

  it("does not count what is known, and never forgives what was not checked", () => {
    expect(exitCodeOf(reportWith(orphans), () => true, "error")).toBe(0);
    expect(exitCodeOf(reportWith(closed), () => true, "error")).toBe(2);
  });
});

describe("readBaseline", () => {
  let directory: string;
  const write = (content: unknown) => {
    const file = path.join(directory, "baseline.json");
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), "plumbline-baseline-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it("knows the faults of an earlier scan while they are no larger", () => {
    const isKnown = readBaseline(write(reportWith(orphans, closed)));
    expect(isKnown(orphans)).toBe(true);
    expect(isKnown({ ...orphans, count: 1 })).toBe(true);
    expect(isKnown({ ...orphans, count: 3 })).toBe(false);
    expect(isKnown(warning)).toBe(false);
    expect(isKnown({ ...closed, status: "failing", count: 1 })).toBe(false);
    expect(isKnown(closed)).toBe(false);
  });

  it("refuses what is no report, with a sentence", () => {
    expect(() => readBaseline(write({ findings: [] }))).toThrow("is no baseline");
    expect(() => readBaseline(path.join(directory, "absent"))).toThrow("cannot be read");
  });
});

describe("formatText", () => {
  it("shows what is not sound with its rows, and counts the rest", () => {
    expect(formatText(reportWith(orphans, closed, sound), (finding) => finding === orphans)).toBe(
      [
        "error, known  orphan_rows  Sales Dept.Lines (order) → public.o (id)",
        '    Rows of "Lines" <& more>  name nothing.',
        "    id=1 note=two lines",
        "    Repair: delete-orphans",
        "",
        "not checked  duplicate_keys  Sales Dept.Lines (order) → public.o (id)",
        '    Rows of "Lines" <& more>  name nothing.',
        "    id=1 note=two lines",
        "    Repair: delete-orphans",
        "",
        "shop: 1 failing, 1 of them known · 1 not checked · 1 passing (1.5 s)",
        "",
      ].join("\n"),
    );
  });
});

describe("formatJunit", () => {
  it("has a case for each finding, and the counts that its readers add up", () => {
    const xml = formatJunit(reportWith(orphans, warning, closed, sound), (finding) => finding === warning);
    expect(xml).toContain('<testsuites name="plumbline" tests="4" failures="1" errors="1" skipped="1" time="1.500">');
    expect(xml.match(/<testcase /g)).toHaveLength(4);
    expect(xml).toContain(
      '<failure type="error" message="Rows of &quot;Lines&quot; &lt;&amp; more&gt;\u{FFFD} name nothing."/>',
    );
    expect(xml).toContain('<error type="not_checked"');
    expect(xml).toContain('<skipped message="Known: ');
  });

  it("is XML whatever the names and messages are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const target = { ...orphans.target, name: text, table: text };
        const xml = formatJunit(reportWith({ ...orphans, message: text, target }), none);
        expect(xml.replaceAll("\n", "").replace(/&(amp|lt|gt|quot|#9|#10|#13);/g, "")).not.toMatch(
          /&|[\uFFFE\uFFFF]|(?![\u007F-\u009F])\p{Cc}/u,
        );
        expect(xml.match(/[<>]/g)).toHaveLength(2 * 8);
      }),
    );
  });
});

describe("formatSarif", () => {
  const sarif = JSON.parse(
    formatSarif(reportWith(orphans, info, closed, sound), (finding) => finding === info, "1.2.3"),
  );
  const [run] = sarif.runs;

  it("has what the schema demands", () => {
    expect(sarif).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
    expect(run.tool.driver).toMatchObject({ name: "Plumbline", version: "1.2.3" });
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id).toSorted()).toEqual([...checkCodes].toSorted());
    for (const { ruleId, level, message, locations } of run.results) {
      expect(checkCodes).toContain(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(message.text).not.toBe("");
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe("Sales%20Dept/Lines");
    }
  });

  it("tells failing from known, and what was not checked from both", () => {
    expect(run.results.map(({ baselineState }: { baselineState: string }) => baselineState)).toEqual([
      "new",
      "unchanged",
    ]);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", associatedRule: { id: "duplicate_keys" } }],
    });
  });
});
