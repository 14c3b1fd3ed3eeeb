import { expect, test } from "vitest";
import type { SampleRow } from "@/lib/plans/types";
import { keyColumnsOf, sampleColumns } from "./sample-columns";

const row = (parts: Partial<SampleRow>): SampleRow => ({
  key: { id: "1" },
  outcome: "change",
  reason: null,
  before: { id: "1", status: "active", note: "x" },
  after: { id: "1", status: "expired", note: "x" },
  ...parts,
});

test("an update shows the fields that change and leaves the key to its own column", () => {
  expect(sampleColumns([row({})])).toEqual(["status"]);
});

test("a deletion shows the whole row", () => {
  expect(sampleColumns([row({ after: null })])).toEqual(["status", "note"]);
});

test("fields of rows that are skipped do not widen the table", () => {
  expect(sampleColumns([row({}), row({ outcome: "skip", after: null })])).toEqual(["status"]);
});

test("a sample of nothing but skipped rows still shows them", () => {
  expect(sampleColumns([row({ outcome: "skip", after: null })])).toEqual(["status", "note"]);
});

test("rows that have no key in common are shown by all their fields", () => {
  const made = (key: Record<string, string>) => row({ key, before: null, after: { email: null, phone: null, ...key } });
  const sample = [made({ email: "a@example.com" }), made({ phone: "+911" })];
  expect(keyColumnsOf(sample)).toEqual([]);
  expect(sampleColumns(sample)).toEqual(["email", "phone"]);
});
