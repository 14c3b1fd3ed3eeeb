import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import { severityOf } from "./registry";
import type { ColumnTarget } from "./target";

describe("missing_default", () => {
  let database: TestDatabase;
  const look = (column: string) => {
    const table = { schema: "Sales Dept", name: "Purchases" };
    const target: ColumnTarget = { kind: "column", table, column, default: "uuid" };
    return tryCheck(database, "missing_default", target);
  };

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Purchases" (
        "Id" uuid primary key,
        "Fixed" uuid default '00000000-0000-4000-8000-000000000000',
        "Looks Made" varchar(40) default 'gen_random_uuid()'::varchar(40),
        "Sum" integer default (1 + 2) * 3,
        "Made" uuid default gen_random_uuid(),
        "Counted" bigint generated always as identity
      );
    `);
  });
  afterAll(() => database.drop());

  it("fails where the column has no default", async () => {
    expect(await look("Id")).toMatchObject({ status: "failing", count: 1 });
  });

  it.each(["Fixed", "Looks Made", "Sum"])(
    "fails where the default of %s is one constant, which only the first row could take",
    async (column) => {
      expect(await look(column)).toMatchObject({ status: "failing", count: 1 });
    },
  );

  it.each(["Made", "Counted"])("passes where the database makes the value of %s", async (column) => {
    expect(await look(column)).toMatchObject({ status: "passing", count: 0 });
  });

  it("passes once the default is set", async () => {
    await database.pool.query(`alter table "Sales Dept"."Purchases" alter column "Id" set default gen_random_uuid()`);
    expect(await look("Id")).toMatchObject({ status: "passing", count: 0 });
  });
});

describe("missing_default in a schema that nobody promised anything of", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = async () => (await catalogFailures(database, "missing_default")).map(([label]) => label);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create schema app;
      create table "Sales Dept".a (id uuid primary key default gen_random_uuid());
      create table "Sales Dept".b (id uuid primary key default gen_random_uuid());
      create table app.a (id uuid primary key);
      create table app.b (id uuid primary key);
      create table app.c (id uuid primary key default gen_random_uuid());
    `);
  });
  afterAll(() => database.drop());

  it("has no targets where the application makes keys, and where too few tables tell", async () => {
    expect(await catalogVerdicts(database, "missing_default")).toEqual([]);
  });

  it("does not ask it of keys that come from elsewhere", async () => {
    await run(`
      create table "Sales Dept".c (id uuid primary key default gen_random_uuid());
      create table "Sales Dept".details (id uuid primary key references "Sales Dept".a);
      create table "Sales Dept".user_profiles (id uuid primary key);
      create table "Sales Dept".refs (foreign_uuid uuid primary key);
      create table "Sales Dept".links (a uuid, b uuid, primary key (a, b));
      create table "Sales Dept".n1 (n1_id integer generated always as identity primary key);
      create table "Sales Dept".n2 (id serial primary key);
      create table "Sales Dept".n3 (id bigserial primary key);
      create table "Sales Dept".years (year integer primary key);
      create table "Sales Dept".order_statuses (id integer primary key);
      create table "Sales Dept".codes (id text primary key);
    `);
    expect(await failing()).toEqual([]);
  });

  it("fails for the ones that most tables of the schema would have made", async () => {
    await run(`
      create table "Sales Dept"."Lead Purchases" ("Id" uuid primary key);
      create table "Sales Dept".parcels (parcel_id bigint primary key);
    `);
    expect(await failing()).toEqual(["Sales Dept.Lead Purchases (Id)", "Sales Dept.parcels (parcel_id)"]);
    const found = await catalogVerdicts(database, "missing_default");
    // Only what the repair can set is offered to it.
    expect(found.filter(({ target }) => "default" in target).map(({ target }) => target.table.name)).toEqual([
      "Lead Purchases",
      "a",
      "b",
      "c",
    ]);
  });

  it("is advice where no sequence was ever made for a number, which writers may give by hand", async () => {
    const severities = async () =>
      (await catalogVerdicts(database, "missing_default"))
        .filter(({ status }) => status === "failing")
        .map(({ target }) => [target.table.name, severityOf("missing_default", target)]);
    expect(await severities()).toEqual([
      ["Lead Purchases", "error"],
      ["parcels", "info"],
    ]);
    await run(
      `create table "Sales Dept".boxes (id serial primary key); alter table "Sales Dept".boxes alter id drop default`,
    );
    expect(await severities()).toContainEqual(["boxes", "error"]);
    await run(`drop table "Sales Dept".boxes`);
  });

  it("asks it of the id within a tenant, and not of a number that is given there", async () => {
    await run(`
      create table "Sales Dept".tenants (id uuid primary key default gen_random_uuid());
      create table "Sales Dept".tasks (tenant uuid references "Sales Dept".tenants, id uuid, primary key (tenant, id));
      create table "Sales Dept".bills (tenant uuid references "Sales Dept".tenants, bill_no integer, primary key (tenant, bill_no));
      create table "Sales Dept".days (tenant uuid, id uuid, primary key (tenant, id));
    `);
    expect((await failing()).filter((label) => /tasks|bills|days/.test(label))).toEqual(["Sales Dept.tasks (id)"]);
    await run('drop table "Sales Dept".tasks, "Sales Dept".bills, "Sales Dept".days, "Sales Dept".tenants');
  });

  it("fails wherever a sequence was made for the key and nothing asks it any more", async () => {
    await run(`create table app.countries (country_id serial primary key, name text)`);
    expect(await failing()).not.toContain("app.countries (country_id)");
    await run("alter table app.countries alter column country_id drop default");
    expect(await failing()).toContain("app.countries (country_id)");
    await run("drop table app.countries");
  });

  it("passes once they are made", async () => {
    await run(`alter table "Sales Dept"."Lead Purchases" alter "Id" set default gen_random_uuid();
      alter table "Sales Dept".parcels alter parcel_id add generated by default as identity`);
    expect(await failing()).toEqual([]);
  });

  it("asks a schema with few tables together with those that foreign keys tie it to, and numbers never", async () => {
    await run(`
      create schema iot;
      create schema apart;
      create schema few;
      create table iot.meters (meter_id uuid primary key, parcel bigint);
      create table iot.units (id integer primary key, parcel bigint);
      create table apart.boxes (id uuid primary key);
    `);
    expect((await failing()).filter((label) => /^(iot|apart)/.test(label))).toEqual([]);
    await run(`alter table iot.meters add foreign key (parcel) references "Sales Dept".parcels`);
    expect((await failing()).filter((label) => /^(iot|apart)/.test(label))).toEqual(["iot.meters (meter_id)"]);
    await run(`
      create table few.a (id uuid primary key default gen_random_uuid());
      create table few.b (id uuid primary key default gen_random_uuid());
      create table few.c (id bigint generated always as identity primary key, a uuid references few.a);
      create table apart.tickets (ticket_id uuid primary key, a uuid);
    `);
    expect((await failing()).filter((label) => label.startsWith("apart"))).toEqual([]);
    await run("drop table apart.boxes; alter table apart.tickets add foreign key (a) references few.a");
    expect((await failing()).filter((label) => label.startsWith("apart"))).toEqual(["apart.tickets (ticket_id)"]);
    await run("drop schema iot, apart, few cascade");
  });
});
