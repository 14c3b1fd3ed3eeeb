import { expect, test } from "vitest";
import { draftFaults, emptyDraft } from "./check-draft";

const whole = { ...emptyDraft("finance"), name: "Negative", schemaName: "public", tableName: "orders", sql: "t.n < 0" };

test("a whole draft lacks nothing", () => {
  expect(draftFaults(whole)).toEqual({});
});

test("an empty draft says of every field what it lacks", () => {
  expect(Object.keys(draftFaults(emptyDraft(" ")))).toEqual(["name", "owner", "tableName", "sql"]);
});

test("blanks are nothing", () => {
  expect(draftFaults({ ...whole, name: " a ", sql: " \n", form: "query" })).toEqual({
    name: "Give it a name of at least three letters.",
    sql: "Write the query.",
  });
});
