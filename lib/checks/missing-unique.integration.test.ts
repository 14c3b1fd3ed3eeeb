import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import { verdictsOf } from "@/lib/testing/verdicts-of";
import { missingUnique } from "./missing-unique";
import { severityOf } from "./registry";
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

  it("takes a unique index that could not be built for a wanted key", async () => {
    await run(`insert into "Sales Dept"."Heads" values (1, 2024, 1), (2, 2024, 1);
      create index on "Sales Dept"."Heads" ("Year")`);
    expect(await catalogVerdicts(database, "missing_unique")).toEqual([]);
    await expect(run(`create unique index concurrently "Once" on "Sales Dept"."Heads" ("Year", "No")`)).rejects.toThrow(
      "could not create unique index",
    );
    expect(await catalogFailures(database, "missing_unique")).toEqual([["Sales Dept.Heads (Year, No)", 1]]);
    expect(await catalogFailures(database, "duplicate_keys")).toEqual([["Sales Dept.Heads (Year, No)", 1]]);
    await run(`delete from "Sales Dept"."Heads" where id = 2; reindex index "Sales Dept"."Once"`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("takes what an undeclared reference points to for a wanted key", async () => {
    const catalog = await readCatalog(database.db);
    const reference = { table: { schema: "public", name: "lines" }, columns: ["year", "no"], parent: target.table };
    const undeclared = [
      { ...reference, parentColumns: ["Year", "No"] },
      { ...reference, parent: { schema: "public", name: "gone" }, parentColumns: ["id"] },
    ];
    expect(missingUnique.targets({ ...catalog, undeclared })).toEqual([target]);
  });

  it("advises a key for an identifying name whose values are all different, once the statistics say so", async () => {
    await run(`
      create table tickets (id integer primary key, ticket_no text not null, number text, summary text);
      create table cases (id integer primary key, number text not null unique);
      insert into tickets select n, 'T' || n, 'x' from generate_series(1, 30) as n;
    `);
    expect(await verdictsOf(database, "missing_unique")).toEqual({ "public.cases (number)": "passing 0" });
    await run("analyze");
    const found = await catalogVerdicts(database, "missing_unique");
    expect(found.map(({ label, status }) => [label, status])).toEqual([
      ["public.cases (number)", "passing"],
      ["public.tickets (ticket_no)", "failing"],
    ]);
    expect(found.map(({ target: of }) => severityOf("missing_unique", of))).toEqual(["info", "info"]);
  });
});
