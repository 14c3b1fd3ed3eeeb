import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

const target: ColumnTarget = {
  kind: "column",
  table: { schema: "Sales Dept", name: "Purchases" },
  column: "The Status",
};

describe("null_despite_default", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "null_despite_default", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Purchases" (
        year integer, no integer, "The Status" text default 'completed', note text, primary key (year, no)
      );
      insert into "Sales Dept"."Purchases" values (2024, 1), (2024, 2);
      update "Sales Dept"."Purchases" set "The Status" = '' where no = 2;
    `);
  });
  afterAll(() => database.drop());

  it("passes where every row has a value; an empty text is a value", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("counts rows that are NULL though the column has a default", async () => {
    await run(`insert into "Sales Dept"."Purchases" values (2025, 1, null), (2025, 2, null)`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 2 });
    expect(found.sample.map(({ year, no }) => [year, no])).toEqual([
      ["2025", "1"],
      ["2025", "2"],
    ]);
  });

  it("says nothing of NULL in a column without a default", async () => {
    expect(await look({ ...target, column: "note" })).toMatchObject({ status: "not_checked", count: null });
  });

  it("passes once the rows are filled, and is proved once NULL is forbidden", async () => {
    await run(`update "Sales Dept"."Purchases" set "The Status" = default where "The Status" is null`);
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
    await run(`alter table "Sales Dept"."Purchases" alter column "The Status" set not null`);
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "proved" });
  });

  it("asks it of every nullable column with a default of its own", async () => {
    await run(`
      create table "Sales Dept".defaults (
        id bigint generated always as identity, year integer default 1 not null, at timestamptz default now(), kind text default null,
        made numeric generated always as (1) stored, note text, unit varchar(5) default 'kg'
      );
      insert into "Sales Dept".defaults (at, unit) values (null, ''), (now(), null), (now(), null)`);
    const found = await catalogVerdicts(database, "null_despite_default");
    expect(found.map(({ label }) => label)).toEqual(["Sales Dept.defaults (at)", "Sales Dept.defaults (unit)"]);
    expect(await catalogFailures(database, "null_despite_default")).toEqual([
      ["Sales Dept.defaults (at)", 1],
      ["Sales Dept.defaults (unit)", 2],
    ]);
  });
});
