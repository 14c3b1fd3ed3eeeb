import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("no_primary_key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = () => catalogFailures(database, "no_primary_key");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order Heads" ("Year" integer, "No" integer, primary key ("Year", "No"));
      create table "Sales Dept".parted (id integer, at date, primary key (id, at)) partition by range (at);
      create table "Sales Dept".parted_1 partition of "Sales Dept".parted for values from ('2024-01-01') to ('2025-01-01');
    `);
  });
  afterAll(() => database.drop());

  it("passes for tables with a key, of several columns and partitioned too, and asks it of every table", async () => {
    const found = await catalogVerdicts(database, "no_primary_key");
    expect(found.map(({ label, status }) => [label, status])).toEqual([
      ["Sales Dept.Order Heads", "passing"],
      ["Sales Dept.parted", "passing"],
    ]);
  });

  it("does not ask it of views and temporary tables", async () => {
    await run(`create view "Sales Dept".seen as select 1 as one; create materialized view kept as select 1 as one;
      create temporary table passing_by (id integer)`);
    expect(await failing()).toEqual([]);
  });

  it("fails for tables without one, and says which columns would do", async () => {
    await run(`
      create table "Sales Dept"."Log" (line text);
      create table links (a integer not null, b integer not null, note text unique, unique (a, b));
      create table indexed (code text not null, part text);
      create unique index on indexed (code) where part is null;
      create unique index on indexed (lower(code));
      create unique index on indexed (code);
    `);
    const found = (await catalogVerdicts(database, "no_primary_key")).filter(({ status }) => status === "failing");
    expect(found.map(({ message }) => message)).toEqual([
      "Sales Dept.Log has no primary key, so two of its rows can be alike and nothing can name one of them.",
      "indexed has no primary key, though code is unique and never empty: make that the primary key.",
      "links has no primary key, though (a, b) is unique and never empty: make that the primary key.",
    ]);
  });

  it("passes once they have one", async () => {
    await run(`alter table "Sales Dept"."Log" add column id bigint generated always as identity primary key;
      alter table links add primary key (a, b);
      alter table indexed add primary key (code)`);
    expect(await failing()).toEqual([]);
  });
});
