import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("cascade_across_tables", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "cascade_across_tables");
  const sentences = () => sentencesOf(database, "cascade_across_tables");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Customers" (id integer primary key);
      create table "Sales Dept"."Orders" (id integer primary key,
        customer integer references "Sales Dept"."Customers");
      create table "Sales Dept"."Order Lines" ("order" integer references "Sales Dept"."Orders" on delete cascade, line integer,
        article text, primary key ("order", line));
      create table "Sales Dept"."Line Notes" ("order" integer, line integer, nth integer, note text,
        primary key ("order", line, nth), foreign key ("order", line) references "Sales Dept"."Order Lines" on delete cascade);
    `);
  });
  afterAll(() => database.drop());

  it("passes where a cascade takes a record and its parts", async () => {
    expect(await look()).toEqual({
      "Sales Dept.Order Lines (order) → Sales Dept.Orders (id)": "passing 0",
    });
  });

  it("does not report trees, tables that only tie others together, and foreign keys that stop the delete", async () => {
    await run(`
      create table posts (id integer primary key);
      create table comments (id integer primary key, post integer references posts on delete cascade,
        answers integer references comments on delete cascade);
      create table tags (id integer primary key);
      create table comment_tags (id integer primary key, comment integer references comments on delete cascade,
        tag integer references tags on delete cascade, created_at timestamptz default now());
      create table reports (id integer primary key, comment integer references comments on delete set null);
    `);
    expect(await sentences()).toEqual([]);
  });

  it("does not report parts that have keys of their own, nor what a person or company simply has", async () => {
    await run(`
      create schema way;
      create table way.customers (id integer primary key);
      create table way.addresses (id integer primary key, customer_id integer not null references way.customers on delete cascade,
        house_number text);
      create table way.logins (id integer primary key, customer_id integer references way.customers on delete cascade);
      create table way."Shipments" (id integer primary key, customer_id integer not null references way.customers,
        address_id integer references way.addresses on delete set null, reference text not null);
      create table way."Parcels" (id integer primary key, shipment_id integer references way."Shipments" on delete cascade,
        weighed_by integer references way.customers);
      create table way."TrackingEvents" (id integer primary key, parcel_id integer references way."Parcels" on delete cascade);
      create table way."ShipmentLines" (id integer primary key, amount numeric,
        shipment_id integer references way."Shipments" on delete cascade, place integer references way.addresses);
      create table way."ShipmentLineNotes" (id integer primary key, line integer references way."ShipmentLines" on delete cascade);
    `);
    expect(await sentences()).toEqual([]);
  });

  it("fails for a single step from a person or company to records, in each way that makes them such", async () => {
    await run(`
      create table way.accounts (id integer primary key);
      create table way.sites (id integer primary key, account_id integer references way.accounts on delete cascade, label text);
      create table way.meters (id integer primary key, site_id integer not null references way.sites);
      create table way.invoices (id integer primary key, account_id integer references way.accounts on delete cascade,
        total_cents bigint);
      create table way.subscriptions (id integer primary key, account_id integer references way.accounts on delete cascade, plan text);
    `);
    expect(await sentences()).toEqual([
      "Deleting a row of way.accounts deletes its rows of way.invoices (account_id), which are records of their own rather than its parts.",
      "Deleting a row of way.accounts deletes its rows of way.sites (account_id), which are records of their own rather than its parts.",
      "Deleting a row of way.accounts deletes its rows of way.subscriptions (account_id), which are records of their own rather than its parts.",
    ]);
    await run("drop schema way cascade");
  });

  it("fails once for a chain, at its first step, and names every way", async () => {
    await run(`
      alter table "Sales Dept"."Orders" drop constraint "Orders_customer_fkey",
        add foreign key (customer) references "Sales Dept"."Customers" on delete cascade;
      create table public.invoices (id integer primary key, "order" integer references "Sales Dept"."Orders" on delete cascade);
      create table public.payments (id integer primary key, invoice integer references invoices on delete cascade);
    `);
    expect(await sentences()).toEqual([
      "Deleting a row of Sales Dept.Customers deletes its rows of Sales Dept.Orders (customer) and, through them, rows of Sales Dept.Order Lines, Sales Dept.Line Notes, invoices, payments: Sales Dept.Customers → Sales Dept.Orders → Sales Dept.Order Lines → Sales Dept.Line Notes; Sales Dept.Customers → Sales Dept.Orders → invoices → payments.",
    ]);
  });

  it("fails once for a ring", async () => {
    await run(`
      create table a (id integer primary key, c integer);
      create table b (id integer primary key, a integer references a on delete cascade);
      create table c (id integer primary key, b integer references b on delete cascade);
      alter table a add foreign key (c) references c on delete cascade;
    `);
    expect((await sentences()).slice(1)).toEqual([
      "Deleting a row of c deletes its rows of a (c) and, through them, rows of b: c → a → b.",
    ]);
    await run("drop table a, b, c cascade");
  });

  it("passes once the first step stops the delete", async () => {
    await run(`
      alter table invoices drop constraint "invoices_order_fkey", add foreign key ("order") references "Sales Dept"."Orders";
      alter table "Sales Dept"."Orders" drop constraint "Orders_customer_fkey",
        add foreign key (customer) references "Sales Dept"."Customers" on delete restrict;
    `);
    expect(await sentences()).toEqual([]);
  });
});
