import { expect, test } from "vitest";
import type { ProbeView } from "@/lib/probe-runs/types";
import type { ProbeStatement } from "@/lib/probes/types";
import { draftFaults, draftOf, emptyDraft, emptyStatement, statementsOf } from "./probe-draft";

const statements: ProbeStatement[] = [
  { title: "A", sql: "select 1", role: null, expected: { kind: "prepared", rows: 1 } },
  { title: "B", sql: "select 2", role: "authenticated", expected: { kind: "accepted", rows: null } },
  { title: "C", sql: "select 3", role: null, expected: { kind: "refused", sqlstate: "23503" } },
  { title: "D", sql: "select 4", role: null, expected: { kind: "returns", rows: [{ n: "4", m: null }] } },
];
const view = {
  title: "Mine",
  summary: "",
  written: { owner: "sales", changedAt: "", statements },
} as unknown as ProbeView;

test("a probe that is opened and not changed is sent as it was", () => {
  const draft = draftOf(view);
  expect(draftFaults(draft)).toEqual({});
  expect(statementsOf(draft)).toEqual(statements);
});

test("an empty draft says of every control what it lacks", () => {
  expect(Object.keys(draftFaults(emptyDraft(" ")))).toEqual(["name", "owner", "title-1", "sql-1"]);
});

test.each([
  ["sqlstate-2", { kind: "refused", sqlstate: "2350" }],
  ["returns-2", { kind: "returns", returns: '[{"n": 4}]' }],
  ["returns-2", { kind: "returns", returns: "{" }],
  ["rows-2", { kind: "accepted", rows: "-1" }],
] as const)("what cannot be expected is said at %s", (control, change) => {
  const statement = { ...emptyStatement(2), title: "A", sql: "select 1", ...change };
  expect(Object.keys(draftFaults({ ...draftOf(view), statements: [statement] }))).toEqual([control]);
});
