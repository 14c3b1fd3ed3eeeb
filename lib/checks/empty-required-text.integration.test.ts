import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

const target: ColumnTarget = {
  kind: "column",
  table: { schema: "Sales Dept", name: "Visits" },
  column: "The Token",
  requiredWhen: { column: "State", equals: "it's live" },
};

describe("empty_required_text", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "empty_required_text", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create type "Sales Dept"."Visit State" as enum ('it''s live', 'over');
      create table "Sales Dept"."Visits" (id integer primary key, "The Token" text, "State" "Sales Dept"."Visit State");
      insert into "Sales Dept"."Visits" values (1, 'abc', 'it''s live'), (2, ' 0 ', 'it''s live');
    `);
  });
  afterAll(() => database.drop());

  it("passes where the text is there", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not count rows whose status does not require it", async () => {
    await run(`insert into "Sales Dept"."Visits" values (10, null, 'over'), (11, '', 'over'), (12, null, null)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("counts NULL, nothing and blanks alike", async () => {
    await run(`insert into "Sales Dept"."Visits" values
      (20, null, 'it''s live'), (21, '', 'it''s live'), (22, E' \\t\\n', 'it''s live')`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 3 });
    expect(found.sample.map(({ id }) => id)).toEqual(["20", "21", "22"]);
  });

  it("asks it of every row where no status is named", async () => {
    expect(await look({ ...target, requiredWhen: undefined })).toMatchObject({ status: "failing", count: 6 });
  });

  it("passes once those rows are ended", async () => {
    await run(`update "Sales Dept"."Visits" set "State" = 'over' where id in (20, 21, 22)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("asks it of text that is NOT NULL and by its name what a row is called, found or reached by", async () => {
    await run(`
      create table "Sales Dept".people (
        id integer primary key, "Full Name" text not null, email varchar(80) not null, "middleName" text not null,
        title text, label text not null default '', code integer not null, remark text not null
      );
      create table "CUST" ("KUNNR" integer primary key, "NAME1" text not null, "NAME2" text not null, holder_name text not null,
        alt_name text not null, last_name text not null, city varchar(40) not null, "CUST_NM" text not null);
      insert into "CUST" values (1, 'A', '', ' ', '', '', '', ''), (2, '  ', '', 'B', '', '', 'Bonn', 'B');
      create table auth_user (id integer primary key, email text not null);
      insert into auth_user values (1, '');
      insert into "Sales Dept".people values
        (1, 'Anna', 'anna@example.test', '', null, '', 1, ''), (2, E' \\n', '', '', '', '', 1, ''), (3, 'Ben', ' ', '', '', '', 1, '')`);
    const found = await catalogVerdicts(database, "empty_required_text");
    expect(found.map(({ label }) => label)).toEqual([
      "Sales Dept.people (Full Name)",
      "Sales Dept.people (email)",
      "public.CUST (NAME1)",
      "public.CUST (holder_name)",
      "public.CUST (city)",
      "public.CUST (CUST_NM)",
    ]);
    expect(await catalogFailures(database, "empty_required_text")).toEqual([
      ["Sales Dept.people (Full Name)", 1],
      ["Sales Dept.people (email)", 2],
      ["public.CUST (NAME1)", 1],
      ["public.CUST (holder_name)", 1],
      ["public.CUST (city)", 1],
      ["public.CUST (CUST_NM)", 1],
    ]);
    expect(found[1]?.message).toBe("2 rows of Sales Dept.people have no email, which every row needs.");
  });
});
