import { expect, test } from "vitest";
import { confirmationOf } from "./confirmation";
import type { PlanBody } from "./stored-plan";

const table = { schema: "public", name: "orders" };
const body = (over: Partial<PlanBody> = {}): PlanBody => ({
  form: "rows",
  destroys: false,
  steps: [],
  batching: null,
  effects: [],
  fingerprint: {},
  ...over,
});

test.each([
  ["a small change that can be taken back", body(), 1_000, null],
  ["more than a thousand rows", body(), 1_001, "change 1001 rows of orders"],
  ["rows that are removed", body({ destroys: true }), 289, "delete 289 rows of orders"],
  ["one row that is removed", body({ destroys: true }), 1, "delete 1 row of orders"],
  ["a schema change with its inverse", body({ form: "schema" }), 2, null],
])("%s", (_what, given, willChange, phrase) => {
  expect(confirmationOf({ body: given, table, willChange })).toEqual({
    kind: phrase === null ? "plain" : "phrase",
    phrase,
  });
});
