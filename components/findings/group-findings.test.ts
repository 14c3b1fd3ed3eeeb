import { expect, test } from "vitest";
import type { FindingSummary } from "@/lib/findings/types";
import { groupFindings } from "./group-findings";

function finding(id: string, overrides: Partial<FindingSummary> = {}): FindingSummary {
  return {
    id,
    check: "orphan_rows",
    title: "Orphan rows",
    severity: "error",
    status: "passing",
    reason: null,
    count: 0,
    how: "exact",
    targetLabel: id,
    schemaName: "public",
    tableName: "orders",
    playbook: null,
    message: "",
    measuredAt: "2026-01-01T00:00:00Z",
    firstFailedAt: null,
    standing: "open",
    dismissal: null,
    baselineCount: null,
    change: null,
    ...overrides,
  };
}

test("the group with the worst finding comes first, and so does the worst finding in it", () => {
  const groups = groupFindings(
    [
      finding("passing"),
      finding("few", { tableName: "leads", status: "failing", count: 3 }),
      finding("many", { tableName: "leads", status: "failing", count: 30 }),
      finding("warning", { tableName: "chat", status: "failing", count: 900, severity: "warning" }),
    ],
    "table",
  );
  expect(groups.map((group) => group.title)).toEqual(["public.leads", "public.chat", "public.orders"]);
  expect(groups[0]?.findings.map((each) => each.id)).toEqual(["many", "few"]);
});

test("what could not be checked is counted apart and stands before what passes", () => {
  const [group] = groupFindings([finding("a"), finding("b", { status: "not_checked", count: null })], "table");
  expect(group).toMatchObject({ failing: 0, notChecked: 1 });
  expect(group?.findings.map((each) => each.id)).toEqual(["b", "a"]);
});

test("tables whose names differ only in where the dot stands are not put together", () => {
  const groups = groupFindings(
    [finding("a", { schemaName: "x.y", tableName: "z" }), finding("b", { schemaName: "x", tableName: "y.z" })],
    "table",
  );
  expect(groups).toHaveLength(2);
});

test("grouped by check, findings of several tables stand under the check's title", () => {
  const groups = groupFindings([finding("a"), finding("b", { tableName: "leads" })], "check");
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ title: "Orphan rows" });
});
