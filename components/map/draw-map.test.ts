import { expect, test } from "vitest";
import { drawMap } from "./draw-map";
import { mapReference, mapTable } from "./testing/map-parts";

const error = { status: "failing" as const, failing: { error: 1, warning: 0, info: 0 } };
const tables = ["orders", "people", "visits"].map((name) => mapTable(name));

test("the picture has every table and every line, the broken ones above the others", () => {
  const { nodes, edges } = drawMap({
    tables,
    references: [mapReference("orders", "people", error), mapReference("visits", "people")],
  });
  expect(nodes.map(({ id }) => id)).toEqual(["orders", "people", "visits"]);
  expect(edges.map(({ id }) => id)).toEqual(["visits>people", "orders>people"]);
});

test("the first look goes to the line that most rows break", () => {
  const { edges, focus } = drawMap({
    tables,
    references: [
      mapReference("orders", "people", { ...error, orphans: 2 }),
      mapReference("visits", "people", { ...error, orphans: 30 }),
    ],
  });
  expect(focus).toEqual(edges.find(({ id }) => id === "visits>people")?.data?.line.label);
});
