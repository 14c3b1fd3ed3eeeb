import { expect, test } from "vitest";
import { orderReferences, orderTables } from "./order-references";
import { mapReference, mapTable } from "./testing/map-parts";

const tables = ["a", "b", "c", "d"].map((name) => mapTable(name));
const failing = { error: 1, warning: 0, info: 0 };
const references = [
  mapReference("a", "b"),
  mapReference("b", "c", { status: "not_checked", notChecked: 1 }),
  mapReference("c", "d", { status: "failing", failing, orphans: 2 }),
  mapReference("d", "a", { status: "failing", failing, orphans: 30 }),
  mapReference("d", "b", { status: "failing", failing: { error: 0, warning: 1, info: 0 } }),
];
const ids = (order: "broken" | "name") =>
  orderReferences(references, tables, order).map(({ reference }) => reference.id);

test("broken references come first, those with most orphans before all", () => {
  expect(ids("broken")).toEqual(["d>a", "c>d", "d>b", "b>c", "a>b"]);
});

test("references are in the order of their names on request", () => {
  expect(ids("name")).toEqual(["a>b", "b>c", "c>d", "d>a", "d>b"]);
});

test("tables with errors come before those with warnings, and these before sound ones", () => {
  const mixed = [
    mapTable("a"),
    mapTable("b", { status: "failing", failing: { error: 0, warning: 5, info: 0 } }),
    mapTable("c", { status: "failing", failing }),
    mapTable("d", { schema: "A" }),
  ];
  expect(orderTables(mixed, "broken").map(({ name }) => name)).toEqual(["c", "b", "a", "d"]);
  expect(orderTables(mixed, "name").map(({ name }) => name)).toEqual(["a", "d", "b", "c"]);
});
