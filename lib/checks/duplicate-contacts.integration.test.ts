import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";
import type { ContactTarget } from "./target";

const target: ContactTarget = {
  kind: "contact",
  table: { schema: "Sales Dept", name: "All Leads" },
  email: "E-Mail",
  phone: "phoneNumber",
  callingCode: null,
};

describe("duplicate_contacts", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."All Leads" (id integer primary key, "E-Mail" text, "phoneNumber" varchar(30), deleted_at timestamptz);
      insert into "Sales Dept"."All Leads" values (1, 'ann@example.com', '+44 20 7946 0001'), (2, 'bob@example.com', '020 7946 0002');
      insert into "Sales Dept"."All Leads" values (3);
    `);
  });
  afterAll(() => database.drop());

  it("passes where everybody is there once, and finds the columns by their names", async () => {
    expect(await verdictsOf(database, "duplicate_contacts")).toEqual({
      "Sales Dept.All Leads (E-Mail, phoneNumber)": "passing 0",
    });
  });

  it("does not take short or missing numbers, placeholders, texts that are no address, and deleted rows for the same person", async () => {
    await run(`insert into "Sales Dept"."All Leads" values (10, '', ''), (11, '', ''), (12, 'none', '555-0100'), (13, 'none', '555-0100'),
      (14, null, '0000000000'), (15, null, '000-000-0000'), (16, 'Ann@example.com', '+44 20 7946 0001');
      update "Sales Dept"."All Leads" set deleted_at = now() where id = 16`);
    expect(await verdictsOf(database, "duplicate_contacts")).toEqual({
      "Sales Dept.All Leads (E-Mail, phoneNumber)": "passing 0",
    });
  });

  it("leaves tables alone that are not of people, or that keep the address unique in their own way", async () => {
    await run(`
      create table messages (id integer primary key, email text, phone text);
      create table lead_statuses (id integer primary key, email text);
      create table team_members (team integer, email text);
      create extension if not exists citext;
      create table users (id integer primary key, email citext unique);
      create table clients (tenant integer, id integer primary key, email text, unique (tenant, email));
      create table vendors (id integer primary key, email text);
      create unique index on vendors (lower(email));
      create table contacts (id integer primary key, manager_email text);
    `);
    expect(Object.keys(await verdictsOf(database, "duplicate_contacts"))).toHaveLength(1);
  });

  it("compares people within their tenant, where the table keeps those of many", async () => {
    await run(`
      create table customers (tenant_id integer not null, id integer, email text, primary key (tenant_id, id));
      insert into customers values (1, 1, 'a@x.example'), (2, 1, 'a@x.example'), (2, 2, 'B@x.example'), (2, 3, 'b@x.example'), (3, 1, null);
    `);
    expect((await verdictsOf(database, "duplicate_contacts"))["public.customers (email)"]).toBe("failing 2");
    await run("drop table customers");
  });

  it("knows columns that older systems shorten", async () => {
    await run(`
      create table "CUST" ("CUST_NO" integer primary key, "EMAIL_ADDR" text, "TEL_NO" text);
      insert into "CUST" values (1, 'a@x.example', null), (2, 'A@x.example', '+49 89 70001'), (3, null, '+49 (89) 70001'), (4, 'b@x.example', null);
    `);
    expect((await verdictsOf(database, "duplicate_contacts"))["public.CUST (EMAIL_ADDR, TEL_NO)"]).toBe("failing 3");
    await run('drop table "CUST"');
  });

  it("counts every row that shares an address or a number however it is typed, once", async () => {
    await run(`insert into "Sales Dept"."All Leads" values (20, ' ANN@Example.com ', null), (21, null, '00442079460001'),
      (22, 'bob@example.com', '(020) 7946-0002'), (23, 'someone@example.com', '+1 202 555 0143')`);
    expect(await sentencesOf(database, "duplicate_contacts")).toEqual([
      "5 rows of Sales Dept.All Leads share their E-Mail or phoneNumber with another row.",
    ]);
    const { sample } = await tryCheck(database, "duplicate_contacts", target);
    expect(sample.map(({ id }) => id)).toEqual(["1", "2", "20", "21", "22"]);
  });

  it("takes a key on what was typed for no proof, and one on the address for none of the phone", async () => {
    await run(`
      create table pet_owners (id integer primary key, clinic integer, email text, phone text);
      create unique index on pet_owners (clinic, lower(email));
      create table "CUST" ("KUNNR" integer primary key, "SMTP" text unique);
      insert into pet_owners values (1, 1, 'a@x.example', '+44 20 7946 0001'), (2, 2, 'a@x.example', '0044 207946 0001');
      insert into "CUST" values (1, 'T5@X.example'), (2, 't5@x.example'), (3, 't6@x.example');
    `);
    expect(await verdictsOf(database, "duplicate_contacts")).toMatchObject({
      "public.CUST (SMTP)": "failing 2",
      "public.pet_owners (phone)": "failing 2",
    });
    await run(`drop table pet_owners, "CUST"`);
  });

  it("knows a national number and the same one in full by the calling code", async () => {
    await run(
      `delete from "Sales Dept"."All Leads" where id between 10 and 19;
      insert into "Sales Dept"."All Leads" values (30, null, '+44 20 7946 0777'), (31, null, '020 7946 0777')`,
    );
    expect(await tryCheck(database, "duplicate_contacts", target)).toMatchObject({ count: 5 });
    expect(await tryCheck(database, "duplicate_contacts", { ...target, callingCode: "44" })).toMatchObject({
      count: 7,
    });
    await run(`delete from "Sales Dept"."All Leads" where id >= 30`);
  });

  it("passes once the rows are merged", async () => {
    await run(`delete from "Sales Dept"."All Leads" where id >= 20`);
    expect(await tryCheck(database, "duplicate_contacts", target)).toMatchObject({ status: "passing", count: 0 });
  });
});
