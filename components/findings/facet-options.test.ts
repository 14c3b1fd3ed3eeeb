import { expect, test } from "vitest";
import { facetOptions, foundOptions } from "./facet-options";

const facets = [
  { value: "error", label: "error", count: 1_200 },
  { value: "info", label: "info", count: 3 },
];

test("each answer says how many findings it gives, none included", () => {
  const labels = [
    ["any", "Any severity"],
    ["error", "Error"],
    ["warning", "Warning"],
  ] as const;
  expect(facetOptions(labels, facets).map(({ label }) => label)).toEqual([
    "Any severity (1,203)",
    "Error (1,200)",
    "Warning (0)",
  ]);
  expect(facetOptions(labels, undefined).map(({ label }) => label)).toEqual(["Any severity", "Error", "Warning"]);
});

test("the answer that was chosen stays, also when nothing has it any more", () => {
  expect(foundOptions("Any", facets, "orders")).toEqual([
    { value: "any", label: "Any" },
    { value: "error", label: "error (1,200)" },
    { value: "info", label: "info (3)" },
    { value: "orders", label: "orders (0)" },
  ]);
});
