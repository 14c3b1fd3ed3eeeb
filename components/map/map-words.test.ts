import { expect, test } from "vitest";
import { healthLabel, lineLabel, referenceHref, tableHref } from "./map-words";
import { mapReference, mapTable } from "./testing/map-parts";

const failing = { status: "failing" as const, failing: { error: 1, warning: 1, info: 4 } };

test("a broken line says how many rows name no parent, or else how many faults there are", () => {
  expect(lineLabel(mapReference("a", "b", { ...failing, orphans: 1 }))).toBe("1 orphaned row");
  expect(lineLabel(mapReference("a", "b", { ...failing, orphans: 1200 }))).toBe("1,200 orphaned rows");
  expect(lineLabel(mapReference("a", "b", { ...failing, orphans: 0 }))).toBe("1 error");
});

test("a warning is not called broken", () => {
  const warned = { status: "failing" as const, failing: { error: 0, warning: 2, info: 0 } };
  expect(lineLabel(mapReference("a", "b", warned))).toBe("2 warnings");
});

test("a line that could not be checked says so; one that was never looked at or is sound says nothing", () => {
  expect(lineLabel(mapReference("a", "b", { status: "not_checked", notChecked: 1 }))).toBe("Not checked");
  expect(lineLabel(mapReference("a", "b", { status: "not_checked" }))).toBeNull();
  expect(lineLabel(mapReference("a", "b"))).toBeNull();
});

test("what is only worth knowing makes no table failing", () => {
  expect(healthLabel(mapTable("a", failing))).toBe("2 failing");
  expect(healthLabel(mapTable("a", { failing: { error: 0, warning: 0, info: 4 } }))).toBeUndefined();
});

test("links lead to the worst finding, or to all findings of the table", () => {
  const finding = { id: "f1", title: "Orphaned rows", status: "failing" as const, severity: "error" as const };
  const table = mapTable("Order Lines", { schema: "Sales & Co" });
  expect(referenceHref(mapReference("a", "b", { findings: [finding] }), table)).toBe("/findings/f1");
  expect(referenceHref(mapReference("a", "b"), table)).toBe(
    "/findings?schema=Sales+%26+Co&table=Order+Lines&status=any",
  );
  expect(tableHref({ ...table, status: "failing" })).toBe("/findings?schema=Sales+%26+Co&table=Order+Lines");
});
