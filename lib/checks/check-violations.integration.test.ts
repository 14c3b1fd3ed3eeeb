import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";
import type { ConstraintTarget } from "./target";

const target: ConstraintTarget = {
  kind: "constraint",
  table: { schema: "Sales Dept", name: "Order Lines" },
  constraint: "Some Left",
  columns: ["Left Over"],
};

describe("check_violations", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "check_violations");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order Lines" (id integer primary key, "Left Over" integer, kind text, "begin" date, "end" date,
        constraint "Some Left" check ("Left Over" >= 0));
      insert into "Sales Dept"."Order Lines" values (1, 5, 'a', '2024-01-01', '2024-02-01'), (2, 0, 'b', null, '2024-02-01');
    `);
  });
  afterAll(() => database.drop());

  it("takes the word of a validated constraint, without reading a row", async () => {
    expect(await tryCheck(database, "check_violations", target)).toMatchObject({ status: "passing", how: "proved" });
  });

  it("does not count rows that satisfy the condition, nor those of which it cannot tell for NULL", async () => {
    await run(`
      alter table "Sales Dept"."Order Lines"
        add constraint "in time" check ("begin" <= "end") not valid,
        add constraint kinds check (kind in ('a', 'b', 'it''s $1')) not valid;
      insert into "Sales Dept"."Order Lines" values (3, null, 'it''s $1', '2024-02-01', null);
    `);
    expect(await look()).toEqual({
      "Sales Dept.Order Lines (Left Over): Some Left": "passing 0",
      "Sales Dept.Order Lines (begin, end): in time": "passing 0",
      "Sales Dept.Order Lines (kind): kinds": "passing 0",
    });
  });

  it("counts what was there before the constraint, of several in one pass with joined parents", async () => {
    await run(`
      alter table "Sales Dept"."Order Lines" drop constraint "Some Left";
      insert into "Sales Dept"."Order Lines" values (10, -1, 'a', null, null), (11, -7, 'a', null, null);
      alter table "Sales Dept"."Order Lines" add constraint "Some Left" check ("Left Over" >= 0) not valid;
    `);
    expect(await sentencesOf(database, "check_violations")).toEqual([
      "2 rows of Sales Dept.Order Lines break the CHECK constraint Some Left.",
    ]);
    expect(await tryCheck(database, "check_violations", target)).toMatchObject({
      sample: [{ id: "10" }, { id: "11" }],
    });
  });

  it("counts what came although it is not enforced", async () => {
    if ((await readCatalog(database.db)).serverVersion < 180_000) return;
    await run(`
      create table visits (id integer primary key, age integer, constraint adult check (age >= 18) not enforced);
      insert into visits values (1, 17), (2, 18);
    `);
    expect(await look()).toMatchObject({ "public.visits (age): adult": "failing 1" });
    await run("drop table visits");
  });

  it("is not checked where the condition itself fails, or the table may not be read", async () => {
    await run(`
      create table shares (id integer primary key, part integer, whole integer);
      insert into shares values (1, 1, 0);
      alter table shares add constraint small check (part / whole < 1) not valid;
    `);
    expect(await look()).toMatchObject({ "public.shares (part, whole): small": "not_checked" });
    await run("drop table shares");
  });

  it("is proved once the rows are mended and the constraint validated", async () => {
    await run(`
      delete from "Sales Dept"."Order Lines" where "Left Over" < 0;
      alter table "Sales Dept"."Order Lines" validate constraint "Some Left";
    `);
    expect(await tryCheck(database, "check_violations", target)).toMatchObject({ status: "passing", how: "proved" });
  });
});
