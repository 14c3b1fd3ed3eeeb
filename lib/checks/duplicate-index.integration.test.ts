import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("duplicate_index", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = async () => (await catalogFailures(database, "duplicate_index")).map(([label]) => label);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Lines" (id integer primary key, "A" integer, b integer, c text, d text unique);
      create index "Wide" on "Sales Dept"."Lines" ("A", b, c);
    `);
  });
  afterAll(() => database.drop());

  it("passes where each index has its own work", async () => {
    const found = await catalogVerdicts(database, "duplicate_index");
    expect(found.map(({ label, status }) => [label, status])).toEqual([
      ["Sales Dept.Lines (A, b, c): Wide", "passing"],
    ]);
  });

  it.each([
    ["other columns first", `(b, "A")`],
    ["another order", `("A" desc)`],
    ["NULLs elsewhere", `("A" nulls first)`],
    ["columns carried along", `("A") include (d)`],
    ["a part of the rows", `("A") where b > 0`],
    ["unique, at the beginning of another", `unique ("A", b)`],
    ["another method", `using hash ("A")`],
    ["an expression", `(("A" + 1))`],
    ["another operator class", `("A", b, c text_pattern_ops)`],
    ["another collation", `("A", b, c collate "C")`],
  ])("does not report one with %s", async (_, what) => {
    const unique = what.startsWith("unique") ? "unique" : "";
    await run(`create ${unique} index odd on "Sales Dept"."Lines" ${what.replace("unique ", "")}`);
    expect(await failing()).toEqual([]);
    await run(`drop index "Sales Dept".odd`);
  });

  it("does not take an invalid index for one that does the work", async () => {
    await run(`create index half on "Sales Dept"."Lines" (b, c); create index whole on "Sales Dept"."Lines" (b);
      update pg_index set indisvalid = false where indexrelid = '"Sales Dept".half'::regclass`);
    expect(await failing()).toEqual([]);
    await run(`drop index "Sales Dept".half, "Sales Dept".whole`);
  });

  it("reports one of two alike, the beginning of another, and what repeats a key", async () => {
    await run(`
      create index "Same" on "Sales Dept"."Lines" ("A", b, c);
      create index short on "Sales Dept"."Lines" ("A");
      create unique index again on "Sales Dept"."Lines" (d);
      create index found on "Sales Dept"."Lines" (id);
      create index half_1 on "Sales Dept"."Lines" (lower(c)) where b > 0;
      create index   half_2   on "Sales Dept"."Lines" (lower(c))   where b > 0;
      alter table "Sales Dept"."Lines" add constraint twice unique (id);
    `);
    const found = (await catalogVerdicts(database, "duplicate_index")).filter(({ status }) => status === "failing");
    expect(found.map(({ message }) => message)).toEqual([
      "The index Wide of Sales Dept.Lines indexes the same as Same, which does its work: keep Same and drop Wide.",
      "The index again of Sales Dept.Lines indexes the same as Lines_d_key, which does its work: keep Lines_d_key and drop again.",
      "The index found of Sales Dept.Lines indexes the same as Lines_pkey, which does its work: keep Lines_pkey and drop found.",
      "The index half_2 of Sales Dept.Lines indexes the same as half_1, which does its work: keep half_1 and drop half_2.",
      "The index short of Sales Dept.Lines is the beginning of Same (A, b, c), which does its work: keep Same and drop short.",
      "The index twice of Sales Dept.Lines indexes the same as Lines_pkey, which does its work: keep Lines_pkey and drop twice.",
    ]);
  });

  it("reports one of two that are read from opposite ends, and not one that sorts in another way", async () => {
    await run(`
      create table "Sales Dept".ends (id integer primary key, a integer, b integer);
      create index up on "Sales Dept".ends (a, b desc);
      create index down on "Sales Dept".ends (a desc, b);
      create index ids on "Sales Dept".ends (id desc);
      create index other on "Sales Dept".ends (a desc, b desc);
      create index nulls on "Sales Dept".ends (b desc nulls last);
      create index plain on "Sales Dept".ends (b);
    `);
    const found = (await catalogVerdicts(database, "duplicate_index")).filter(
      ({ status, target }) => status === "failing" && target.table.name === "ends",
    );
    expect(found.map(({ message }) => message)).toEqual([
      "The index ids of Sales Dept.ends indexes the same as ends_pkey, read from its other end, which does its work: keep ends_pkey and drop ids.",
      "The index up of Sales Dept.ends indexes the same as down, read from its other end, which does its work: keep down and drop up.",
    ]);
    await run(`drop table "Sales Dept".ends`);
  });

  it("passes once they are dropped", async () => {
    await run(`drop index "Sales Dept"."Wide", "Sales Dept".again, "Sales Dept".found, "Sales Dept".half_2, "Sales Dept".short;
      alter table "Sales Dept"."Lines" drop constraint twice`);
    expect(await failing()).toEqual([]);
  });
});
