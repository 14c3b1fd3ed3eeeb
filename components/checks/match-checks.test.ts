import { expect, test } from "vitest";
import type { CheckEntry } from "@/lib/check-library/types";
import { matchChecks } from "./match-checks";

const entry = (more: Partial<CheckEntry>): CheckEntry => ({
  code: "orphan_rows",
  title: "Orphaned rows",
  severity: "error",
  appliesTo: "reference",
  why: "",
  repairs: [],
  findings: { failing: 0, notChecked: 0, passing: 0, known: 0, dismissed: 0 },
  ...more,
});
const checks = [
  entry({ repairs: [{ code: "delete-orphans", title: "Delete the orphans" }] }),
  entry({ code: "doubtful_type", title: "Doubtful type", appliesTo: "column" }),
];

test.each([
  ["", ["orphan_rows", "doubtful_type"]],
  ["ORPHAN", ["orphan_rows"]],
  ["delete", ["orphan_rows"]],
  ["column type", ["doubtful_type"]],
  ["column orphan", []],
])("%j finds %j", (search, codes) => {
  expect(matchChecks(checks, search).map(({ code }) => code)).toEqual(codes);
});
