import { expect, test } from "vitest";
import { fieldChanges } from "./field-changes";

test("only the fields that differ are marked, in the order of the columns", () => {
  expect(fieldChanges({ id: "1", lead_id: null, note: "x" }, { id: "1", lead_id: "7", note: "x" })).toEqual([
    { field: "id", before: "1", after: "1", changed: false },
    { field: "lead_id", before: null, after: "7", changed: true },
    { field: "note", before: "x", after: "x", changed: false },
  ]);
});

test("null and an empty text are different", () => {
  expect(fieldChanges({ token: null }, { token: "" })[0]?.changed).toBe(true);
});

test("every field of a row that is removed or created has changed", () => {
  expect(fieldChanges({ id: "1" }, null)).toEqual([{ field: "id", before: "1", after: undefined, changed: true }]);
  expect(fieldChanges(null, { id: "1", note: null })).toEqual([
    { field: "id", before: undefined, after: "1", changed: true },
    { field: "note", before: undefined, after: null, changed: true },
  ]);
});
