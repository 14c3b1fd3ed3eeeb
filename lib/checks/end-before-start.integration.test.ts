import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("end_before_start", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Visits" (id integer primary key, "Starts At" timestamptz, "Ends At" timestamptz, "validFrom" date, "validUntil" date);
      create table meters (id integer primary key, installed_on date, removed_on date, "DATAB" date, "DATBI" date);
      create table "PurchaseOrder" (id integer primary key, "orderedOn" date, "expectedOn" date, "deliveredOn" date);
      create table stays (id integer primary key, check_in date, check_out date, start_date date, ends_on date, opened_at timestamp, closed_at timestamp);
      insert into "Sales Dept"."Visits" values (1, '2024-05-01 10:00Z', '2024-05-01 11:00Z', '2024-05-01', '2024-05-01'), (2, now(), null, null, '2020-01-01');
    `);
  });
  afterAll(() => database.drop());

  it("passes where the end is after the start, the same, or not known", async () => {
    expect(await verdictsOf(database, "end_before_start")).toEqual({
      "Sales Dept.Visits (Starts At, Ends At)": "passing 0",
      "Sales Dept.Visits (validFrom, validUntil)": "passing 0",
      "public.PurchaseOrder (orderedOn, expectedOn)": "passing 0",
      "public.PurchaseOrder (orderedOn, deliveredOn)": "passing 0",
      "public.meters (installed_on, removed_on)": "passing 0",
      "public.meters (DATAB, DATBI)": "passing 0",
      "public.stays (check_in, check_out)": "passing 0",
      "public.stays (start_date, ends_on)": "passing 0",
      "public.stays (opened_at, closed_at)": "passing 0",
    });
  });

  it("does not compare times of a day, of unlike types or of two things, nor what a CHECK compares", async () => {
    await run(`
      create table shops (id integer primary key, opened_at time, closed_at time, start_date date, end_date timestamptz,
        planned_start date, actual_end date, trial_starts_at timestamp, ends_at timestamp, joined_at date, left_at date, from_city text, to_city text);
      create table leases (id integer primary key, from_date date, to_date date, check (from_date <= to_date));
    `);
    const found = Object.keys(await verdictsOf(database, "end_before_start"));
    expect(found.filter((label) => /shops|leases/.test(label))).toEqual([]);
  });

  it("knows what is due, left, dead or valid no longer, in full or as older systems shorten it", async () => {
    await run(`
      create schema "HR";
      create table "HR"."EMP" ("NO" integer primary key, "HIRE_DT" date, "TERM_DT" date, birth_date date, death_date date);
      create table "HR"."PRC" ("NO" integer primary key, "VLD_FRM" date, "VLD_TO" date, "STRT_TS" timestamptz, "END_TS" timestamptz);
      create table "HR".bills (id integer primary key, issued_on date, due_on date, "shippedAt" timestamptz, "deliveredAt" timestamptz);
      create table "HR".loans (id integer primary key, loaned_on date, due_on date, started_at timestamptz, completed_at timestamptz);
      create table "HR".flights (id integer primary key, arrival_at timestamp, departure_at timestamp, created_at timestamptz, completed_at timestamptz);
      insert into "HR"."EMP" values (1, '2020-01-01', '2019-01-01', '1950-01-01', '1949-01-01'), (2, '2020-01-01', null, null, '1949-01-01');
      insert into "HR"."PRC" values (1, '2020-01-01', '2019-12-31', '2020-01-01', '2019-01-01');
      insert into "HR".bills values (1, '2020-02-01', '2020-01-01', '2020-02-01', '2020-01-31'), (2, '2020-01-01', '2020-01-01', null, now());
      insert into "HR".loans values (1, '2020-02-01', '2020-01-01', '2020-02-01', '2020-01-01');
      insert into "HR".flights values (1, '2020-01-01', '2020-02-01', now(), '2020-01-01');
    `);
    expect(await sentencesOf(database, "end_before_start")).toEqual([
      "1 row of HR.EMP has TERM_DT before HIRE_DT.",
      "1 row of HR.EMP has death_date before birth_date.",
      "1 row of HR.PRC has VLD_TO before VLD_FRM.",
      "1 row of HR.PRC has END_TS before STRT_TS.",
      "1 row of HR.bills has due_on before issued_on.",
      "1 row of HR.bills has deliveredAt before shippedAt.",
      "1 row of HR.loans has due_on before loaned_on.",
      "1 row of HR.loans has completed_at before started_at.",
    ]);
    await run(`drop schema "HR" cascade`);
  });

  it("counts rows that are over before they begin", async () => {
    await run(`
      insert into "Sales Dept"."Visits" values (10, '2024-05-01 10:00Z', '2024-05-01 09:59Z', '2024-05-02', '2024-05-01');
      insert into meters values (1, '2024-01-01', '2020-01-01'), (2, '2024-01-01', '2023-12-31');
    `);
    expect(await sentencesOf(database, "end_before_start")).toEqual([
      "1 row of Sales Dept.Visits has Ends At before Starts At.",
      "1 row of Sales Dept.Visits has validUntil before validFrom.",
      "2 rows of meters have removed_on before installed_on.",
    ]);
  });

  it("passes once they are corrected", async () => {
    await run(`delete from "Sales Dept"."Visits" where id = 10; update meters set removed_on = null`);
    expect(await sentencesOf(database, "end_before_start")).toEqual([]);
  });
});
