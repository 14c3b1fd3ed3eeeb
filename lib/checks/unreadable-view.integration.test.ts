import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEngine } from "@/lib/db";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("unreadable_view", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "unreadable_view");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Lines" (id integer primary key, v text, t integer);
      insert into "Sales Dept"."Lines" values (1, null, 1), (2, '7', 2), (3, '', null);
      create view "Sales Dept"."The View" as select * from "Sales Dept"."Lines";
    `);
  });
  afterAll(() => database.drop());

  it("passes where the first rows can be read", async () => {
    expect(await look()).toEqual({ "Sales Dept.The View": "passing 0" });
  });

  it("passes for a view without rows or with nothing but NULLs, and for one that would fail far below", async () => {
    await run(`
      create view empty as select * from "Sales Dept"."Lines" where false;
      create view nothing as select null::integer as v, null::text as t;
      create view far as select 1 / (1000000 - n) as part from generate_series(1, 1000000) as n;
      create materialized view kept as select * from "Sales Dept"."Lines";
    `);
    expect(await look()).toEqual({
      "Sales Dept.The View": "passing 0",
      "public.empty": "passing 0",
      "public.far": "passing 0",
      "public.kept": "passing 0",
      "public.nothing": "passing 0",
    });
    await run("drop view empty, nothing, far");
  });

  it("is not checked, and so never green, where a function has lost its table or a value cannot be taken", async () => {
    await run(`
      create table public.rates (rate integer);
      create function public.rate() returns integer language plpgsql as 'begin return (select max(rate) from public.rates); end';
      create view public.priced as select id, public.rate() as rate from "Sales Dept"."Lines";
      create view public.halves as select 1 / (id - 1) as half from "Sales Dept"."Lines";
      drop table public.rates;
      create materialized view public.waiting as select 1 as one with no data;
    `);
    expect(await look()).toEqual({
      "Sales Dept.The View": "passing 0",
      "public.halves": "not_checked",
      "public.kept": "passing 0",
      "public.priced": "not_checked",
      "public.waiting": "not_checked",
    });
    expect(await sentencesOf(database, "unreadable_view")).toContain(
      "Reading the view fails: division by zero (22012).",
    );
  });

  it("is not checked where Plumbline may not read the view", async () => {
    const role = `viewless_${process.pid}`;
    await run(`create role ${role}`);
    const asRole = createEngine(`${database.url}?options=${encodeURIComponent(`-c role=${role}`)}`);
    const { views } = await readCatalog(asRole.db);
    const found = await sentencesOf(asRole, "unreadable_view", { views: views.slice(0, 1) });
    await asRole.close();
    await run(`drop role ${role}`);
    expect(found).toEqual(["Plumbline's database user may not read Sales Dept.The View."]);
  });

  it("costs five seconds at most, and is not checked where that is too short", async () => {
    await run("create view slow as select 1 as one from pg_sleep(20)");
    const started = performance.now();
    const sentences = await sentencesOf(database, "unreadable_view");
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(sentences).toContain("Reading the view took longer than it may (5 s) and was stopped.");
    await run("drop view slow");
  });

  it("passes once what was missing is back", async () => {
    await run(`create table public.rates (rate integer); refresh materialized view waiting; drop view halves`);
    expect(new Set(Object.values(await look()))).toEqual(new Set(["passing 0"]));
  });
});
