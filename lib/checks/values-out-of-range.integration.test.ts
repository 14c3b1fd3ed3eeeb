import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("values_out_of_range", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Shops" (id integer primary key, "Latitude" numeric, "geoLng" double precision,
        discount_percent integer, "Units In Stock" smallint, "viewCount" bigint, duration_ms integer, year integer, month integer);
      insert into "Sales Dept"."Shops" values (1, 90, -180, 0, 0, 0, 0, 2024, 12), (2, -12.5, 180, 100, 7, 9, 1, 2024, 1);
      insert into "Sales Dept"."Shops" values (3);
    `);
  });
  afterAll(() => database.drop());

  it("passes for values within, at the edge, and NULL", async () => {
    expect(await verdictsOf(database, "values_out_of_range")).toEqual({
      "Sales Dept.Shops (Latitude)": "passing 0",
      "Sales Dept.Shops (geoLng)": "passing 0",
      "Sales Dept.Shops (discount_percent)": "passing 0",
      "Sales Dept.Shops (Units In Stock)": "passing 0",
      "Sales Dept.Shops (viewCount)": "passing 0",
      "Sales Dept.Shops (duration_ms)": "passing 0",
      "Sales Dept.Shops (month)": "passing 0",
    });
  });

  it("has no opinion of names that may mean something else, of keys, and of what the table rules itself", async () => {
    await run(`
      create domain share as integer check (value > -5);
      create table alike (lat integer, lng text, growth_percent numeric, change_percentage integer, net_quantity integer,
        discount numeric, month integer, percentile integer, account integer, day integer, price_per_month integer, rating integer,
        amount numeric, "age group" integer, discount_percent share, duration interval, page_age integer, hour integer);
      create table stock_movements (id integer primary key, quantity integer, price numeric);
      create table order_lines (id integer primary key, unit_price numeric);
      create table counts (id integer primary key, stock_count integer, check (stock_count >= -1));
      create table uses (quantity integer references counts);
      insert into stock_movements values (1, -5, -1);
    `);
    await run(`
      create table births (id integer primary key, birth_notes text, expected_birth_date date, next_birthday date);
      insert into births values (1, null, '2999-01-01', '2999-01-01');
    `);
    const found = Object.keys(await verdictsOf(database, "values_out_of_range"));
    expect(found.filter((label) => label.startsWith("public."))).toEqual([]);
  });

  it("counts values that cannot be true", async () => {
    await run(`
      create table customers (id integer primary key, age smallint);
      insert into customers values (1, -1), (2, 151), (3, 150);
      insert into "Sales Dept"."Shops" values (10, 90.1, 181, 101, -1, -1, -1, 2024, 13), (11, -91, -180.5, -1, 1, 1, 1, 2024, 0);
    `);
    expect(await sentencesOf(database, "values_out_of_range")).toEqual([
      "2 rows of Sales Dept.Shops have Latitude below -90 or above 90.",
      "2 rows of Sales Dept.Shops have geoLng below -180 or above 180.",
      "2 rows of Sales Dept.Shops have discount_percent below 0 or above 100.",
      "1 row of Sales Dept.Shops has Units In Stock below 0.",
      "1 row of Sales Dept.Shops has viewCount below 0.",
      "1 row of Sales Dept.Shops has duration_ms below 0.",
      "2 rows of Sales Dept.Shops have month below 1 or above 12.",
      "2 rows of customers have age below 0 or above 150.",
    ]);
  });

  it("counts rates and rebates of more than all, in full or as older systems shorten it", async () => {
    await run(`
      create table "ORD_DTL" (id integer primary key, "QTY" numeric, percent_off integer, tax_rate numeric, birthday date);
      create table "STK_MVT" (id integer primary key, "QTY" numeric, interest_rate numeric);
      insert into "ORD_DTL" values (1, -1, 101, -0.2, '2999-01-01'), (2, 0, 100, 0.19, '1999-01-01'), (3, 5, 0, 19, null);
      insert into "STK_MVT" values (1, -1, -1);
    `);
    expect((await sentencesOf(database, "values_out_of_range")).filter((text) => /ORD_DTL|STK_MVT/.test(text))).toEqual(
      [
        "1 row of ORD_DTL has QTY below 0.",
        "1 row of ORD_DTL has percent_off below 0 or above 100.",
        "1 row of ORD_DTL has tax_rate below 0 or above 100.",
        "1 row of ORD_DTL has birthday in the future.",
      ],
    );
    await run('drop table "ORD_DTL", "STK_MVT"');
  });

  it("counts births that are still to come", async () => {
    await run(`
      create table pets (id integer primary key, born_on date, "dateOfBirth" timestamptz);
      insert into pets values (1, current_date, now()), (2, '2999-01-01', null), (3, null, '2999-01-01'), (4, '2999-01-01', null);
    `);
    expect((await sentencesOf(database, "values_out_of_range")).filter((text) => text.includes("pets"))).toEqual([
      "2 rows of pets have born_on in the future.",
      "1 row of pets has dateOfBirth in the future.",
    ]);
    await run("drop table pets");
  });

  it("takes a quantity below zero beside an amount below zero for a credit, unless the amount is computed from it", async () => {
    await run(`
      create table invoice_lines (id integer primary key, quantity integer, amount_cents bigint);
      create table order_lines_2024 (id integer primary key, qty integer, total money);
      create table bundles (id integer primary key, quantity integer, amount integer generated always as (quantity * 2) stored);
      insert into bundles values (1, -1);
      insert into invoice_lines values (1, -1, -500), (2, -1, 500), (3, -1, null);
      insert into order_lines_2024 values (1, -1, '-5'), (2, -1, '5');
    `);
    const found = (await sentencesOf(database, "values_out_of_range")).filter((text) => /lines|bundles/.test(text));
    expect(found).toEqual([
      "1 row of bundles has quantity below 0.",
      "2 rows of invoice_lines have quantity below 0.",
      "1 row of order_lines_2024 has qty below 0.",
    ]);
    await run("drop table invoice_lines, order_lines_2024, bundles");
  });

  it("counts rare words that are a frequent one with a slip", async () => {
    await run(`
      create table repairs (id integer primary key, status text not null, reason varchar(20), "TYPE" text, note text, kind text, outcome text);
      insert into repairs select n, case when n % 2 = 0 then 'open' else 'completed' end, 'receipt', 'C', 'open', 'locked',
        case when n % 2 = 0 then 'grade 1' else 'paid' end from generate_series(1, 200) as n;
      update repairs set status = 'compelted', "TYPE" = 'c', note = 'opne', kind = 'unlocked', outcome = 'grade 2' where id in (3, 4, 5);
      update repairs set status = 'opne', reason = 'reciept', kind = 'locks', outcome = 'said' where id in (6, 7);
      update repairs set status = 'closed', reason = 'return' where id in (8, 9);
    `);
    const found = async () =>
      (await sentencesOf(database, "values_out_of_range")).filter((text) => text.includes("repairs"));
    expect(await found()).toEqual([]);
    await run("analyze repairs");
    expect(await found()).toEqual([
      '5 rows of repairs have status "compelted" for "completed" or "opne" for "open".',
      '2 rows of repairs have reason "reciept" for "receipt".',
      '3 rows of repairs have TYPE "c" for "C".',
    ]);
    await run("update repairs set status = 'open', reason = 'receipt', \"TYPE\" = 'C'");
    expect(await found()).toEqual([]);
    await run("drop table repairs");
  });

  it("counts a word too rare to be listed that is a usual one with a slip, and grades beyond their small scale", async () => {
    await run(`
      create table jobs (id integer primary key, status text, state text, mode text, priority smallint, level integer, severity integer);
      insert into jobs select n, case when n % 2 = 0 then 'pending' else 'in_progress' end, case when n % 2 = 0 then 'open' else 'done' end,
        case when n % 2 = 0 then 'unlocked' else 'manual' end, 1 + n % 4, n % 60, 1 + n % 5 from generate_series(1, 400) as n;
      update jobs set status = 'pendng', state = 'Open', mode = 'locked', priority = 99, level = 999, severity = 7 where id = 8;
      update jobs set status = 'closed', state = 'oven', priority = 6 where id = 9;
    `);
    const found = async () =>
      (await sentencesOf(database, "values_out_of_range")).filter((text) => text.includes("jobs"));
    expect(await found()).toEqual([]);
    await run("analyze jobs");
    expect(await found()).toEqual([
      "1 row of jobs has status that is nearly, but not quite, one of its usual words.",
      "1 row of jobs has state that is nearly, but not quite, one of its usual words.",
      "2 rows of jobs have priority below 0 or above 5.",
      "1 row of jobs has severity below 0 or above 5.",
    ]);
    await run("drop table jobs");
  });

  it("passes once they are corrected, and is silent where a CHECK says it for good", async () => {
    await run(`
      delete from "Sales Dept"."Shops" where id >= 10;
      delete from customers where id < 3;
      alter table customers add check (age between 0 and 150);
    `);
    expect(await sentencesOf(database, "values_out_of_range")).toEqual([]);
    expect(Object.keys(await verdictsOf(database, "values_out_of_range"))).not.toContain("public.customers (age)");
  });
});
