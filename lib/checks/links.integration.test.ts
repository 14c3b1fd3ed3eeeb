import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";
import { linkMatches } from "./links";
import type { LinkTarget } from "./target";

const target: LinkTarget = {
  kind: "link",
  table: { schema: "Sales Dept", name: "Phone Calls" },
  column: "Client Id",
  parent: { schema: "Sales Dept", name: "Our Clients" },
  parentKey: "The Id",
  email: { child: "E-Mail", parent: "Mail" },
  phone: { child: "Number", parent: "Tel" },
  copies: {},
  callingCode: "49",
};

describe("unlinked_rows and ambiguous_links", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const unlinked = () => tryCheck(database, "unlinked_rows", target);
  const ambiguous = () => tryCheck(database, "ambiguous_links", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Our Clients" ("The Id" bigint primary key, "Mail" text, "Tel" text);
      create table "Sales Dept"."Phone Calls" (
        year integer, no integer, "Client Id" bigint, "E-Mail" text, "Number" text, primary key (year, no)
      );
      insert into "Sales Dept"."Our Clients" values
        (1, ' Anna@Example.TEST ', '030 / 901820'), (2, 'ben@example.test', '+49 170 1234567'),
        (3, null, '0049 (0)170 1234567'), (4, '', 'n/a'), (9007199254740993, 'big@example.test', null);
      insert into "Sales Dept"."Phone Calls" values (2024, 1, 1, 'anna@example.test', null);
    `);
  });
  afterAll(() => database.drop());

  it("pass where rows are linked, and where there is nothing yet to link them by", async () => {
    await run(`insert into "Sales Dept"."Phone Calls" values
      (2024, 2, null, null, null), (2024, 3, null, '  ', ''), (2024, 4, null, 'unknown', 'n/a'), (2024, 5, null, null, '+')`);
    expect(await unlinked()).toMatchObject({ status: "passing", count: 0, how: "exact" });
    expect(await ambiguous()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("count a row with one match, by mail, by number or by both, and a row with none", async () => {
    await run(`insert into "Sales Dept"."Phone Calls" values
      (2025, 1, null, 'ANNA@example.test', null), (2025, 2, null, null, '+4930901820'), (2025, 3, null, 'anna@example.test', '0049 30 901820'),
      (2025, 4, null, 'nobody@example.test', null), (2025, 5, null, 'big@example.test', '+1 202 555 0123')`);
    const found = await unlinked();
    expect(found).toMatchObject({ status: "failing", count: 5 });
    expect(found.sample.map(({ no }) => no)).toEqual(["1", "2", "3", "4", "5"]);
    expect(await ambiguous()).toMatchObject({ status: "passing", count: 0 });
  });

  it("leave rows that match several to a person, by mail and number of two, or by a number that two share", async () => {
    await run(`insert into "Sales Dept"."Phone Calls" values
      (2026, 1, null, 'anna@example.test', '0170/1234567'), (2026, 2, null, null, '+49 170 1234567'), (2026, 3, 3, 'anna@example.test', '0170 1234567')`);
    const found = await ambiguous();
    expect(found).toMatchObject({ status: "failing", count: 2 });
    expect(found.sample.map(({ year, no }) => [year, no])).toEqual([
      ["2026", "1"],
      ["2026", "2"],
    ]);
    expect(await unlinked()).toMatchObject({ status: "failing", count: 5 });
  });

  it("name the matches, each once", async () => {
    const { rows } = await sql<{
      year: number;
      no: number;
      email: string | null;
      phone: string | null;
      parents: string[];
    }>`
      select t.year, t.no, m.email, m.phone, m.parents
      from "Sales Dept"."Phone Calls" as t
      join ${linkMatches(target)} as m on m.part = t.tableoid and m.place = t.ctid
      order by t.year, t.no
    `.execute(database.db);
    expect(rows).toEqual([
      { year: 2025, no: 1, email: "anna@example.test", phone: null, parents: ["1"] },
      { year: 2025, no: 2, email: null, phone: "+4930901820", parents: ["1"] },
      { year: 2025, no: 3, email: "anna@example.test", phone: "+4930901820", parents: ["1"] },
      { year: 2025, no: 4, email: "nobody@example.test", phone: null, parents: [] },
      { year: 2025, no: 5, email: "big@example.test", phone: "+12025550123", parents: ["9007199254740993"] },
      { year: 2026, no: 1, email: "anna@example.test", phone: "+491701234567", parents: ["1", "2", "3"] },
      { year: 2026, no: 2, email: null, phone: "+491701234567", parents: ["2", "3"] },
    ]);
  });

  it("pass once the rows are linked, and are proved where every row must be", async () => {
    await run(`update "Sales Dept"."Phone Calls" set "Client Id" = 1`);
    expect(await unlinked()).toMatchObject({ status: "passing", count: 0, how: "exact" });
    await run(`alter table "Sales Dept"."Phone Calls" alter column "Client Id" set not null`);
    expect(await unlinked()).toMatchObject({ status: "passing", count: 0, how: "proved" });
    expect(await ambiguous()).toMatchObject({ status: "passing", count: 0, how: "proved" });
  });
});

describe("unlinked_rows and ambiguous_links that nobody promised", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema crm;
      create table crm.customers (id integer primary key, email text unique, phone text);
      create table crm.employees (id integer primary key, email text);
      create table crm.orders (id integer primary key, customer_id integer references crm.customers, "customerEmail" text);
      create table crm.leads (id integer primary key, "customerId" integer references crm.customers, email text, phone text);
      create table crm.contacts (id integer primary key, owner_id integer references crm.employees, email text);
      create table crm.referrals (id integer primary key, customer_id integer references crm.customers, employee_id integer references crm.employees, email text);
      create table crm.accounts (id integer primary key, customer_id integer not null references crm.customers, email text);
      insert into crm.customers values (1, 'ann@x.example', '+49 30 9018200'), (2, 'ben@x.example', '+49 30 9018201'), (3, 'Ben@x.example', null);
      insert into crm.employees values (1, 'ann@x.example');
      insert into crm.contacts values (1, null, 'ann@x.example');
      insert into crm.referrals values (1, null, null, 'ann@x.example');
      insert into crm.orders values (1, 1, 'someone@x.example'), (2, null, 'guest@x.example'), (3, null, null);
      insert into crm.leads values (1, null, null, null), (2, null, 'new@x.example', '+49 30 9018299'), (3, 2, 'ann@x.example', null);
    `);
  });
  afterAll(() => database.drop());

  it("pass for guests and new people, and ask nothing of owners, of two people, and of what is always linked", async () => {
    const found = {
      "crm.leads (customerId) → crm.customers (id)": "passing 0",
      "crm.orders (customer_id) → crm.customers (id)": "passing 0",
    };
    expect(await verdictsOf(database, "unlinked_rows")).toEqual(found);
    expect(await verdictsOf(database, "ambiguous_links")).toEqual(found);
  });

  it("count rows whose address or number is that of one customer, and of several", async () => {
    await run(`
      insert into crm.orders values (10, null, ' ANN@x.example'), (11, null, 'ben@x.example');
      insert into crm.leads values (10, null, 'ann@x.example', '0049 30 9018200'), (11, null, 'ann@x.example', '+49 30 9018201');
    `);
    expect(await sentencesOf(database, "unlinked_rows")).toEqual([
      "1 row of crm.leads has an email or a phone and no customerId, with just one match in crm.customers.",
      "1 row of crm.orders has an email or a phone and no customer_id, with just one match in crm.customers.",
    ]);
    expect(await sentencesOf(database, "ambiguous_links")).toEqual([
      "1 row of crm.leads matches several rows of crm.customers; somebody must choose.",
      "1 row of crm.orders matches several rows of crm.customers; somebody must choose.",
    ]);
  });
});
