import { expect, test } from "vitest";
import type { SampleRow } from "@/lib/plans/types";
import { sampleParts } from "./sample-parts";

const row = (parts: Partial<SampleRow>): SampleRow => ({
  key: { id: "1" },
  outcome: "change",
  reason: null,
  before: { id: "1", text: "hello" },
  after: { id: "1", text: "hello" },
  ...parts,
});

test("rows that are made for others stand apart from those, with their reason", () => {
  const made = row({ before: null, after: { conversation: "9", title: "hello" }, reason: "Create the parents." });
  const parts = sampleParts([made, row({}), row({ outcome: "skip" })]);
  expect(parts.map(({ created, reason, rows }) => [created, reason, rows.length])).toEqual([
    [true, "Create the parents.", 1],
    [false, null, 2],
  ]);
});

test("rows of one table are one part, whatever becomes of each", () => {
  expect(sampleParts([row({}), row({ after: null }), row({ outcome: "unchanged" })])).toHaveLength(1);
});
