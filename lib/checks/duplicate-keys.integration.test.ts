import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";
import type { KeyTarget } from "./target";

const target: KeyTarget = { kind: "key", table: { schema: "Sales Dept", name: "Heads" }, columns: ["Year", "No"] };

describe("duplicate_keys", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "duplicate_keys", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" ("Id" integer primary key, "Year" integer, "No" text);
      insert into "Sales Dept"."Heads" values (1, 2024, 'a'), (2, 2024, 'b'), (3, 2025, 'a');
      create table "Sales Dept"."Keyless" ("Year" integer, "No" text) partition by list ("Year");
      create table "Sales Dept"."Keyless 2024" partition of "Sales Dept"."Keyless" for values in (2024);
      create table "Sales Dept"."Keyless 2025" partition of "Sales Dept"."Keyless" for values in (2025);
      insert into "Sales Dept"."Keyless" values (2024, 'a'), (2025, 'a'), (2025, 'a'), (2025, 'a');
    `);
  });
  afterAll(() => database.drop());

  it("passes while every value occurs once; values that share a part are different", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not take NULL for a duplicate of NULL", async () => {
    await run(`insert into "Sales Dept"."Heads" values (10, null, 'a'), (11, null, 'a'), (12, null, null)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("counts the rows beyond the first of each value", async () => {
    await run(`insert into "Sales Dept"."Heads" values (20, 2024, 'a'), (21, 2024, 'a'), (22, 2025, 'a')`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 3 });
    expect(found.sample.map((row) => row.Id)).toEqual(["20", "21", "22"]);
  });

  it("counts them in a partitioned table without a key", async () => {
    const keyless = { ...target, table: { schema: "Sales Dept", name: "Keyless" } };
    expect(await look(keyless)).toMatchObject({ status: "failing", count: 2 });
  });

  it("is proved by the unique key once the rows are mended", async () => {
    await run(`delete from "Sales Dept"."Heads" where "Id" in (20, 21, 22);
      alter table "Sales Dept"."Heads" add unique ("Year", "No")`);
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "proved" });
  });

  it("counts a repeated slug, number, barcode or pair of a join table that nobody promised, analysed or not", async () => {
    await run(`
      create table shops (id integer primary key, name text not null, slug text not null);
      create table invoices (id integer primary key, number text not null);
      create table "Parcel" (id integer primary key, "barCode" text, barcode text not null, "deletedAt" timestamptz);
      create table "Sku" (id integer primary key, code text not null, title text not null);
      create table "_SkuToShop" ("A" integer not null references "Sku", "B" integer not null references shops);
      create table "PRIC" (sku integer not null references "Sku", shop integer not null references shops, "DATAB" date not null, "DATBI" date, price numeric);
      insert into shops select n, 'Shop', 'shop-' || greatest(n, 2) from generate_series(1, 8) as n;
      insert into invoices select n, 'R-' || n from generate_series(1, 50) as n;
      insert into "Parcel" select n, null, 'B' || greatest(n, 3) from generate_series(1, 60) as n;
      insert into "Parcel" values (100, null, 'B7', now());
      insert into "Sku" select n, 'S' || greatest(n, 2), 'Title' from generate_series(1, 40) as n;
      insert into "_SkuToShop" select n, 1 + n % 8 from generate_series(1, 40) as n;
      insert into "_SkuToShop" values (4, 5), (5, 6);
      insert into "PRIC" select n, 1, '2024-01-01', null, 1 from generate_series(1, 40) as n;
      insert into "PRIC" values (7, 1, '2024-01-01', '2025-01-01', 2), (7, 1, '2025-01-01', null, 3);
    `);
    const found = {
      "public.PRIC (sku, shop, DATAB)": "failing 1",
      "public.Parcel (barcode)": "failing 2",
      "public.Sku (code)": "failing 1",
      "public._SkuToShop (A, B)": "failing 2",
      "public.invoices (number)": "passing 0",
      "public.shops (slug)": "failing 1",
    };
    expect(await verdictsOf(database, "duplicate_keys")).toEqual(found);
    await run("analyze");
    expect(await verdictsOf(database, "duplicate_keys")).toEqual(found);
  });

  it("counts what a tenant, a login, a token or a relation has twice, and leaves rows that may meet again", async () => {
    await run(`
      create schema saas;
      create table saas.tenants (id integer primary key);
      create table saas.bills (tenant_id integer not null, id integer, invoice_no text not null, primary key (tenant_id, id));
      create table saas.invoices (id integer primary key, tenant_id integer not null references saas.tenants, invoice_no text not null);
      create table saas.books (id integer primary key, language text, slug text not null, isbn text);
      create table saas.logins (id integer primary key, provider text not null, "providerAccountId" text not null);
      create table saas.sessions (id integer primary key, "sessionToken" text not null);
      create table saas.users (id integer primary key);
      create table saas.memberships (id integer primary key, tenant_id integer not null references saas.tenants, user_id integer not null references saas.users, invited_by integer references saas.users);
      create table saas.likes (id integer primary key, likeable_type text not null, likeable_id integer not null, user_id integer not null references saas.users);
      create table saas.rentals (id integer primary key, tenant_id integer not null references saas.tenants, user_id integer not null references saas.users);
      create table saas.enrollments (id integer primary key, semester text, tenant_id integer not null references saas.tenants, user_id integer not null references saas.users);
      create table saas.labels (tenant_id integer, id integer, primary key (tenant_id, id));
      create table saas.bill_labels (tenant_id integer not null, bill_id integer not null, label_id integer not null,
        foreign key (tenant_id, bill_id) references saas.bills, foreign key (tenant_id, label_id) references saas.labels);
      insert into saas.bills select 1, n, n from generate_series(1, 60) as n;
      insert into saas.labels values (1, 1);
      insert into saas.bill_labels select 1, greatest(n, 2), 1 from generate_series(1, 60) as n;
      insert into saas.tenants select generate_series(1, 2);
      insert into saas.users select generate_series(1, 60);
      insert into saas.invoices select n, 1 + n % 2, 'R' || greatest(n / 2, 2) from generate_series(1, 60) as n;
      insert into saas.books select n, 'en', 'same', case when n < 50 then 'I' || greatest(n, 2) end from generate_series(1, 60) as n;
      insert into saas.logins select n, 'google', greatest(n, 2) from generate_series(1, 60) as n;
      insert into saas.sessions select n, greatest(n, 3) from generate_series(1, 60) as n;
      insert into saas.memberships select n, 1, greatest(n, 2), 1 from generate_series(1, 60) as n;
      insert into saas.likes select n, 'Post', 7, greatest(n, 2) from generate_series(1, 60) as n;
      insert into saas.rentals select n, 1, greatest(n, 2) from generate_series(1, 60) as n;
      insert into saas.enrollments select n, n::text, 1, greatest(n, 2) from generate_series(1, 60) as n;
    `);
    const found = [
      "1 row of saas.bill_labels repeats a (tenant_id, bill_id, label_id) that another row already has.",
      "1 row of saas.books repeats an isbn that another row already has.",
      "1 row of saas.likes repeats a (likeable_type, likeable_id, user_id) that another row already has.",
      "1 row of saas.logins repeats a (provider, providerAccountId) that another row already has.",
      "1 row of saas.memberships repeats a (tenant_id, user_id) that another row already has.",
      "2 rows of saas.sessions repeat a sessionToken that another row already has.",
      "3 rows of saas.invoices repeat a (tenant_id, invoice_no) that another row already has.",
    ];
    const ours = async () =>
      (await sentencesOf(database, "duplicate_keys")).filter((one) => one.includes(" saas.")).toSorted();
    expect(await ours()).toEqual(found);
    await run("analyze");
    expect(await ours()).toEqual(found);
    await run("drop schema saas cascade");
  });

  it("leaves values alone that may be used again: copied, per tenant or language, mostly repeated, or kept unique otherwise", async () => {
    await run(`
      drop table "PRIC", "_SkuToShop", "Sku", "Parcel", invoices, shops;
      create table organisations (id integer primary key);
      create table stock (id integer primary key, sku text not null, warehouse text);
      create table order_lines (id integer primary key, sku text not null);
      create table pages (id integer primary key, organisation_id integer references organisations, slug text not null);
      create table articles (id integer primary key, language text, slug text not null);
      create table members (id integer primary key, username text not null);
      create unique index on members (lower(username));
      create table failures (id integer primary key, code text not null, phone_number text not null);
      create table page_views (page_id integer not null references pages, organisation_id integer not null references organisations);
      create table marks (page_id integer not null references pages, organisation_id integer not null references organisations);
      insert into organisations select generate_series(1, 50);
      insert into pages select n, n, 'home' || greatest(n, 2) from generate_series(1, 50) as n;
      insert into stock select n, 'S' || n / 2 from generate_series(1, 50) as n;
      insert into marks select 1 + n % 5, 1 from generate_series(1, 50) as n;
    `);
    expect(await sentencesOf(database, "duplicate_keys")).toEqual([]);
    expect(Object.keys(await verdictsOf(database, "duplicate_keys"))).toEqual([
      "public.marks (page_id, organisation_id)",
      "public.stock (sku)",
    ]);
    await run("analyze");
    expect(Object.keys(await verdictsOf(database, "duplicate_keys"))).toEqual([
      "public.marks (page_id, organisation_id)",
    ]);
  });
});
