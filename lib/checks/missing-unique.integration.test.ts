import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { KeyTarget } from "./target";

const target: KeyTarget = { kind: "key", table: { schema: "Sales Dept", name: "Heads" }, columns: ["Year", "No"] };

describe("missing_unique", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => tryCheck(database, "missing_unique", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`create schema "Sales Dept"`);
  });
  beforeEach(() =>
    run(`drop table if exists "Sales Dept"."Heads";
      create table "Sales Dept"."Heads" (id integer primary key, "Year" integer, "No" integer)`),
  );
  afterAll(() => database.drop());

  it.each([
    ["with nothing", "select 1"],
    ["with an index that is not unique", `create index on "Sales Dept"."Heads" ("Year", "No")`],
    ["with a key on more columns", `create unique index on "Sales Dept"."Heads" ("Year", "No", id)`],
    [
      "with a unique index on part of the rows",
      `create unique index on "Sales Dept"."Heads" ("Year", "No") where "No" > 0`,
    ],
  ])("fails %s", async (_, statement) => {
    await run(statement);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it.each([
    ["a unique constraint, in any order", `alter table "Sales Dept"."Heads" add unique ("No", "Year")`],
    ["a unique index", `create unique index on "Sales Dept"."Heads" ("Year", "No")`],
    [
      "a unique index that carries another column",
      `create unique index on "Sales Dept"."Heads" ("Year", "No") include (id)`,
    ],
  ])("passes with %s", async (_, statement) => {
    await run(statement);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });
});
