import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { ReferenceTarget } from "./target";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "Sales Dept", name: "Order Lines" },
  columns: ["Year", "No"],
  parent: { schema: "Sales Dept", name: "Heads" },
  parentColumns: ["Year", "No"],
  onDelete: "no action",
};

describe("unindexed_foreign_key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => tryCheck(database, "unindexed_foreign_key", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`create schema "Sales Dept"`);
  });
  beforeEach(() =>
    run(`drop table if exists "Sales Dept"."Order Lines";
      create table "Sales Dept"."Order Lines" (id integer primary key, "Year" integer, "No" integer, tags integer[])`),
  );
  afterAll(() => database.drop());

  it("fails without an index", async () => {
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it.each([
    ["on other columns first", `create index on "Sales Dept"."Order Lines" (id, "Year", "No")`],
    ["on only one of the columns", `create index on "Sales Dept"."Order Lines" ("Year")`],
    ["that leaves rows out", `create index on "Sales Dept"."Order Lines" ("Year", "No") where "No" > 5`],
    ["that cannot find one value", `create index on "Sales Dept"."Order Lines" using brin ("Year", "No")`],
    [
      "that leaves out more than rows without a parent",
      `create index on "Sales Dept"."Order Lines" ("Year", "No") where "No" is not null and "Year" is not null and id > 0`,
    ],
    ["on an expression", `create index on "Sales Dept"."Order Lines" (("Year" + 0), "No")`],
  ])("fails with an index %s", async (_, statement) => {
    await run(statement);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it.each([
    ["that begins with the columns, in any order", `create index on "Sales Dept"."Order Lines" ("No", "Year", id)`],
    [
      "that leaves out only rows without a parent",
      `create index on "Sales Dept"."Order Lines" ("Year", "No") where "No" is not null`,
    ],
    ["that a constraint made", `alter table "Sales Dept"."Order Lines" add unique ("Year", "No")`],
  ])("passes with an index %s", async (_, statement) => {
    await run(statement);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("fails with an index that a broken concurrent build left behind", async () => {
    await run(`create index "Left Over" on "Sales Dept"."Order Lines" ("Year", "No");
      update pg_index set indisvalid = false where indexrelid = '"Sales Dept"."Left Over"'::regclass`);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });
});
