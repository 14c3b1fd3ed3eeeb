import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFilter, writeFilter } from "@/components/records/filter-text";
import type { RecordColumn } from "./define";
import { operatorsOf, type RecordFilter, readFilter } from "./filter";

const columns = fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/);
const filters: fc.Arbitrary<RecordFilter> = fc.oneof(
  fc.record({ column: columns, operator: fc.constantFrom("eq", "before", "after"), value: fc.string() }),
  fc.record({ column: columns, operator: fc.constantFrom("empty", "filled") }),
);

test("a filter that is written is read back as it was, dots and line breaks in its value included", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(writeFilter(filter))).toEqual(filter);
      expect(splitFilter(writeFilter(filter))).toEqual(filter);
    }),
  );
  expect(readFilter("phone.eq.+91.98\n1")).toEqual({ column: "phone", operator: "eq", value: "+91.98\n1" });
});

test.each([
  "",
  "status",
  "status.eq",
  "status.like.a",
  "status.empty.x",
  "status.empty.",
  "Status.eq.a",
  "a,b.eq.c",
  "status).eq.a",
])("%j is no filter", (text) => {
  expect(readFilter(text)).toBeNull();
});

test("a column is asked only what its kind can answer", () => {
  const column = (kind: RecordColumn["kind"], optional?: true): RecordColumn => ({
    key: "c",
    label: "C",
    kind,
    optional,
  });
  expect(operatorsOf(column("status"))).toEqual(["eq"]);
  expect(operatorsOf(column("id", true))).toEqual(["eq", "empty", "filled"]);
  expect(operatorsOf(column("time"))).toEqual(["after", "before"]);
  expect(operatorsOf(column("json"))).toEqual([]);
});
