import { expect, test } from "vitest";
import type { SuggestedReference } from "@/lib/references/types";
import { checkedWords, evidenceWords, scoreWord } from "./reference-words";

const evidence = {
  namedAfter: "table",
  nameStrength: 0.9,
  sameType: true,
  identifying: true,
  parentIsKey: "primary",
  sameSchema: true,
  doubt: null,
  sampled: 40,
  sampledRows: 1_500,
  overlap: 0.99,
  orphanRatio: 0.004,
} as const;

const reference: SuggestedReference = {
  id: "0",
  label: "public.orders (person) → public.people (id)",
  table: { schema: "public", name: "orders" },
  columns: ["person"],
  parent: { schema: "public", name: "people" },
  parentColumns: ["id"],
  score: 0.9,
  confident: true,
  isChecked: true,
  evidence,
  sentence: "",
  state: "suggested",
  reason: null,
  decidedBy: null,
  decidedAt: null,
  lastSeenAt: "2026-01-01T00:00:00Z",
};

test("a score has a word", () => {
  expect([1, 0.8, 0.79, 0.55, 0.2].map(scoreWord)).toEqual(["Strong", "Strong", "Likely", "Likely", "Weak"]);
});

test("the evidence is said in sentences, and what is not known is not made up", () => {
  expect(evidenceWords(reference)[0]).toBe(
    "Of 1,500 rows that were looked at, less than 1 % name a row that is not there.",
  );
  expect(evidenceWords({ evidence: { ...evidence, orphanRatio: 0 } })[0]).toBe(
    "Of 1,500 rows that were looked at, all name a row that is there.",
  );
  const unknown = {
    sampled: 0,
    sampledRows: 0,
    overlap: null,
    orphanRatio: null,
    unknown: "The table is empty.",
  } as const;
  const other = { sameType: false, sameSchema: false, parentIsKey: "unique" } as const;
  expect(evidenceWords({ evidence: { ...evidence, ...unknown, ...other } })).toEqual([
    "The table is empty.",
    "The types of the two ends differ but compare.",
    "It names a unique key, not the primary one.",
    "The two tables are in different schemas.",
  ]);
});

test("each state says whether rows are checked and why", () => {
  expect(checkedWords(reference)).toMatch(/Checked by default: name/);
  expect(checkedWords({ ...reference, confident: false })).toMatch(/Not checked until somebody adopts it/);
  expect(checkedWords({ ...reference, confident: false, state: "adopted" })).toMatch(/Checked, because it was adopted/);
  const failed = {
    sampled: 0,
    sampledRows: 0,
    overlap: null,
    orphanRatio: null,
    unknown: "Locked.",
    failed: true,
  } as const;
  expect(checkedWords({ ...reference, confident: false, evidence: { ...evidence, ...failed } })).toMatch(
    /could not be looked at. The next scan tries again/,
  );
  expect(checkedWords({ ...reference, state: "rejected" })).toMatch(/Not checked, because it was rejected/);
});
