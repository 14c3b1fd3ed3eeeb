import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("duplicate_foreign_key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "duplicate_foreign_key");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" (tenant integer, "No" integer primary key, legacy integer unique, unique (tenant, "No"));
      create table "Sales Dept"."Lines" (id integer primary key, tenant integer, "Head" integer,
        constraint "To Head" foreign key ("Head") references "Sales Dept"."Heads" on delete cascade);
    `);
  });
  afterAll(() => database.drop());

  it("passes over a table whose foreign keys say different things", async () => {
    expect(await look()).toEqual({});
  });

  it("does not report two columns to one parent, one column to two keys or parents, and a row that names its own table", async () => {
    await run(`
      create table people (id integer primary key, code integer unique, boss integer references people);
      create table firms (id integer primary key);
      create table deals (id integer primary key, seller integer references people, buyer integer references people,
        who integer references people, foreign key (who) references people (code), foreign key (who) references firms);
    `);
    expect(await look()).toEqual({});
  });

  it("does not report a narrow key beside a wide one that a NULL switches off", async () => {
    await run(`alter table "Sales Dept"."Lines" add constraint "To Tenant" foreign key (tenant, "Head")
      references "Sales Dept"."Heads" (tenant, "No")`);
    expect(await look()).toEqual({});
  });

  it("fails for the narrow one when the wide one checks every row", async () => {
    await run(`alter table "Sales Dept"."Lines" alter tenant set not null`);
    expect(await sentencesOf(database, "duplicate_foreign_key")).toEqual([
      "The foreign key To Head of Sales Dept.Lines says only what To Tenant on (tenant, Head) says with it, but they do different things: on delete cascade against no action. One of the two can go.",
    ]);
    await run(`alter table "Sales Dept"."Lines" drop constraint "To Tenant"`);
  });

  it("fails for the less trusted of two that say the same, in whatever order", async () => {
    await run(`
      alter table deals add constraint a_deals_seller foreign key (seller) references people not valid;
      create table pairs (a integer, b integer, unique (a, b));
      create table uses (x integer, y integer, constraint uses_1 foreign key (x, y) references pairs (a, b),
        constraint uses_2 foreign key (y, x) references pairs (b, a));
    `);
    expect(await sentencesOf(database, "duplicate_foreign_key")).toEqual([
      "The foreign key a_deals_seller of deals says the same as deals_seller_fkey. One of the two can go.",
      "The foreign key uses_2 of uses says the same as uses_1. One of the two can go.",
    ]);
  });

  it("has nothing to say once one is dropped", async () => {
    await run("alter table deals drop constraint a_deals_seller; alter table uses drop constraint uses_1");
    expect(await look()).toEqual({});
  });
});
