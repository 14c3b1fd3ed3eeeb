import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import type { ReferenceTarget } from "./target";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "Sales Dept", name: "Order Lines" },
  columns: ["Year", "Order No"],
  parent: { schema: "Sales Dept", name: "Heads" },
  parentColumns: ["Y", "N"],
  onDelete: "cascade",
  constraint: "wanted_name",
};

describe("missing_foreign_key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => tryCheck(database, "missing_foreign_key", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" ("Y" integer, "N" integer, primary key ("N", "Y"));
      create table "Sales Dept"."Others" ("Y" integer, "N" integer, primary key ("Y", "N"));
      create table "Sales Dept"."Order Lines" (id integer primary key, "Year" integer, "Order No" integer);
    `);
  });
  afterAll(() => database.drop());

  it("fails where no foreign key keeps the reference", async () => {
    expect(await look()).toMatchObject({ status: "failing", count: 1, how: "exact", sample: [] });
  });

  it("is not fooled by an unproved foreign key to another table, or by one with the columns crossed", async () => {
    await run(`alter table "Sales Dept"."Order Lines"
      add constraint a foreign key ("Year", "Order No") references "Sales Dept"."Others" ("Y", "N") not valid,
      add constraint b foreign key ("Year", "Order No") references "Sales Dept"."Heads" ("N", "Y")`);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it("passes with the foreign key, under whatever name, in whatever order, validated or not", async () => {
    await run(`alter table "Sales Dept"."Order Lines" add constraint "Some Other Name"
      foreign key ("Order No", "Year") references "Sales Dept"."Heads" ("N", "Y") not valid`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("passes with a foreign key to a table that is none of the business, such as the accounts of the sign-in", async () => {
    await run(`
      create schema auth;
      create table auth.users (id uuid primary key);
      create table public.profiles (id uuid primary key references auth.users)`);
    const found = await catalogVerdicts(database, "missing_foreign_key");
    expect(found.filter(({ label }) => label.includes("profiles"))).toMatchObject([
      { label: "public.profiles (id) → auth.users (id)", status: "passing" },
    ]);
    await run("drop schema auth cascade; drop table public.profiles");
  });

  it("is not checked, with the reason, where a column is gone", async () => {
    const absent = await tryCheck(database, "missing_foreign_key", { ...target, columns: ["Year", "Order"] });
    expect(absent).toMatchObject({
      status: "not_checked",
      count: null,
      reason: "Sales Dept.Order Lines has no column Order.",
    });
  });
});
