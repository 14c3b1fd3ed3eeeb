import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCheckFile } from "./check-file";

test("a condition with a heading is a check", () => {
  const text = `-- name: Orders without lines
-- table: "My Shop".Orders
-- severity: error
-- owner: finance
-- description: Nothing was sold.

"Total" > 0 -- and nothing else
`;
  expect(parseCheckFile("orders.sql", text)).toEqual({
    id: "orders.sql",
    fault: null,
    check: {
      name: "Orders without lines",
      schemaName: "My Shop",
      tableName: "Orders",
      severity: "error",
      owner: "finance",
      description: "Nothing was sold.",
      form: "predicate",
      sql: '"Total" > 0 -- and nothing else',
    },
  });
});

test("a query is told by its first word, and what is left out has a default", () => {
  const { check } = parseCheckFile("late.sql", "-- table: orders\n\nWITH late AS (select 1) select id from late");
  expect(check).toMatchObject({ form: "query", name: "late.sql", schemaName: "public", severity: "warning" });
});

test.each([
  ["no table", "total > 0", "Say which table"],
  ["nothing to check", "-- table: orders\n-- name: Nothing", "Write the condition"],
  [
    "the character NUL, which would end what is sent to PostgreSQL",
    "-- table: orders\ntotal > 0\u0000",
    "The text holds the character NUL, which PostgreSQL cannot read. Remove it.",
  ],
  [
    "an unknown severity",
    "-- table: orders\n-- severity: fatal\ntotal > 0",
    "bad.sql says no check: The severity is one of",
  ],
])("a file with %s says why it is no check", (_what, text, fault) => {
  expect(parseCheckFile("bad.sql", text)).toMatchObject({ check: null, fault: expect.stringContaining(fault) });
});

test("no text breaks it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { check, fault } = parseCheckFile("any.sql", text);
      expect(check === null).toBe(fault !== null);
    }),
  );
});
