import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import type { IndexTarget } from "./target";

const target: IndexTarget = {
  kind: "index",
  table: { schema: "Sales Dept", name: "Lines" },
  index: "By A",
  columns: ["A"],
};

describe("invalid_index", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => tryCheck(database, "invalid_index", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Lines" ("A" integer, b integer);
      insert into "Sales Dept"."Lines" values (1, 1), (1, 2);
      create index "By A" on "Sales Dept"."Lines" ("A");
    `);
  });
  afterAll(() => database.drop());

  it("passes for an index that works", async () => {
    expect(await catalogFailures(database, "invalid_index")).toEqual([]);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("does not report one that was never used, nor the index of a part of the rows", async () => {
    await run(`create index on "Sales Dept"."Lines" (b) where b > 100`);
    expect(await catalogFailures(database, "invalid_index")).toEqual([]);
  });

  it("fails for what a broken concurrent build left behind", async () => {
    await run(`drop index "Sales Dept"."By A"`);
    const build = run(`create unique index concurrently "By A" on "Sales Dept"."Lines" ("A")`);
    await expect(build).rejects.toThrow("could not create unique index");
    expect((await catalogVerdicts(database, "invalid_index")).map(({ message }) => message)).toEqual([
      "The index By A of Sales Dept.Lines is invalid: it keeps nothing unique for certain, while every write may still have to keep it up. Build it again or drop it.",
    ]);
  });

  it("fails for the index of a partitioned table that no partition has", async () => {
    await run(`create table parted (id integer) partition by range (id);
      create table parted_1 partition of parted for values from (0) to (9);
      create index loose on only parted (id)`);
    expect(await catalogFailures(database, "invalid_index")).toContainEqual(["public.parted (id): loose", 1]);
    await run("drop table parted");
  });

  it("passes once it is built again", async () => {
    await run(`delete from "Sales Dept"."Lines" where b = 2; reindex index "Sales Dept"."By A"`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
    await run(`drop index "Sales Dept"."By A"`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });
});
