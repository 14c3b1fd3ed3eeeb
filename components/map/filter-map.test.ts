import { describe, expect, it } from "vitest";
import { filterMap, mostTroubled } from "./filter-map";
import { mapReference, mapTable } from "./testing/map-parts";

const all = { table: "", schema: "any", broken: false };
const error = { status: "failing" as const, failing: { error: 1, warning: 0, info: 0 } };
const warning = { status: "failing" as const, failing: { error: 0, warning: 1, info: 0 } };
const part = {
  tables: [
    mapTable("orders", error),
    mapTable("people"),
    mapTable("items"),
    mapTable("alone", warning),
    mapTable("Regions", { schema: "geo" }),
  ],
  references: [
    mapReference("orders", "people", error),
    mapReference("items", "orders", warning),
    mapReference("people", "geo.Regions"),
  ],
};
const names = (shown: ReturnType<typeof filterMap>) => [
  shown.tables.map(({ name }) => name),
  shown.references.map(({ id }) => id),
];

describe("the filter of the map", () => {
  it("shows all where nothing is asked for", () => {
    expect(filterMap(part, all)).toEqual(part);
  });

  it("finds a table by a part of its name, with the tables that it is tied to", () => {
    expect(names(filterMap(part, { ...all, table: " ORD" }))).toEqual([
      ["orders", "people", "items"],
      ["orders>people", "items>orders"],
    ]);
  });

  it("finds a schema, with what refers to it", () => {
    expect(names(filterMap(part, { ...all, schema: "geo" }))).toEqual([["people", "Regions"], ["people>geo.Regions"]]);
  });

  it("shows what is broken, and nothing that has only warnings", () => {
    expect(names(filterMap(part, { ...all, broken: true }))).toEqual([["orders", "people"], ["orders>people"]]);
  });

  it("shows nothing where nothing matches", () => {
    expect(names(filterMap(part, { ...all, table: "nowhere" }))).toEqual([[], []]);
  });
});

describe("a picture of too many tables", () => {
  it("keeps those with most trouble, and only lines with both ends", () => {
    expect(names(mostTroubled(part, 2))).toEqual([["orders", "people"], ["orders>people"]]);
    expect(mostTroubled(part, 5)).toEqual(part);
  });
});
