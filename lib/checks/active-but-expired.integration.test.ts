import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { verdictsOf } from "@/lib/testing/verdicts-of";
import { expiringRows } from "./expiring-status";
import type { StatusTarget } from "./target";

const target: StatusTarget = {
  kind: "status",
  table: { schema: "Sales Dept", name: "Visits" },
  statusColumn: "The State",
  from: "live",
  to: "over",
  expiresAtColumn: "Ends At",
};

describe("active_but_expired", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "active_but_expired", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Visits" (id integer primary key, "The State" varchar(10), "Ends At" timestamptz, "When" text);
      insert into "Sales Dept"."Visits" values (1, 'live', now() + interval '1 day'), (2, 'live', 'infinity');
    `);
  });
  afterAll(() => database.drop());

  it("passes where every live row has its time before it", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not count rows that are over, nor rows without an end", async () => {
    await run(`insert into "Sales Dept"."Visits" values
      (10, 'over', now() - interval '1 day'), (11, 'live', null), (12, 'LIVE', now() - interval '1 day')`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("counts live rows past their time", async () => {
    await run(
      `insert into "Sales Dept"."Visits" values (20, 'live', now() - interval '1 second'), (21, 'live', '-infinity')`,
    );
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 2 });
    expect(found.sample.map(({ id }) => id)).toEqual(["20", "21"]);
  });

  it("lets a row that is valid until a day be live on that day", async () => {
    await run(`create table "Sales Dept"."Passes" (id integer primary key, "The State" text, "Ends At" date);
      insert into "Sales Dept"."Passes" values (1, 'live', current_date), (2, 'live', current_date - 1)`);
    const passes = await look({ ...target, table: { schema: "Sales Dept", name: "Passes" } });
    expect(passes.sample.map(({ id }) => id)).toEqual(["2"]);
  });

  it("is not checked where the end is no time", async () => {
    const text = await look({ ...target, expiresAtColumn: "When" });
    expect(text).toMatchObject({
      status: "not_checked",
      reason: "Sales Dept.Visits.When is text, which is not a time.",
    });
  });

  it("passes once they are ended", async () => {
    await run(`update "Sales Dept"."Visits" set "The State" = 'over' where id in (20, 21)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("finds tables that say so by their columns, with the value that their default writes", async () => {
    await run(`
      create type visit_state as enum ('Active', 'Over');
      create table "Tokens" (id integer primary key, status text default 'ACTIVE', "expiresAt" timestamptz);
      create table visits (id integer primary key, state visit_state default 'Active', valid_until date);
      create table permit (id integer primary key, permit_status text not null, issued_on date, expiry_date date);
      create table contract (id integer primary key, state text, end_date date);
      create table consents (id integer primary key, is_active boolean, expires_at timestamptz);
      insert into permit values (1, 'active', null, 'yesterday'), (2, 'revoked', null, 'yesterday');
      insert into contract values (1, 'ACTIVE', 'yesterday'), (2, 'ACTIVE', null);
      insert into consents values (1, true, 'yesterday'), (2, false, 'yesterday'), (3, true, 'tomorrow');
      create table deals (id integer primary key, status varchar(5), expiry_date date);
      insert into "Tokens" values (1, 'ACTIVE', now() - interval '1 day'), (2, 'REVOKED', now() - interval '1 day');
      insert into visits values (1, 'Active', 'yesterday'), (2, 'Active', 'tomorrow'), (3, 'Over', 'yesterday');
    `);
    expect(await verdictsOf(database, "active_but_expired")).toEqual({
      "public.Tokens (status, expiresAt)": "failing 1",
      "public.consents (is_active, expires_at)": "failing 1",
      "public.contract (state, end_date)": "failing 1",
      "public.deals (status, expiry_date)": "passing 0",
      "public.permit (permit_status, expiry_date)": "failing 1",
      "public.visits (state, valid_until)": "failing 1",
    });
    const found = expiringRows(await readCatalog(database.db));
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      ["ACTIVE", "expired"],
      ["true", null],
      ["active", "expired"],
      ["active", null],
      ["active", "expired"],
      ["Active", null],
    ]);
  });

  it("does not take a trial's end, a time of two, or a number for the end of the row", async () => {
    await run(`
      create table accounts (id integer primary key, status text, trial_ends_at timestamptz);
      create table offers (id integer primary key, status text, valid_to date, expires_at timestamptz);
      create table invoices (id integer primary key, payment_status text, expires_at date);
      create table projects (id integer primary key, status text, end_date date);
      create table sums (id integer primary key, status integer, expires_at timestamptz);
    `);
    expect(Object.keys(await verdictsOf(database, "active_but_expired"))).toHaveLength(6);
  });

  it("takes the end of the paid period for the end of a subscription that is still active", async () => {
    await run(`
      create table plans (id integer primary key, status text, "currentPeriodEnd" timestamptz, trial_end timestamptz);
      insert into plans values (1, 'active', now() - interval '1 day', now()), (2, 'active', now() + interval '1 day', null), (3, 'canceled', now() - interval '1 day', null);
    `);
    expect((await verdictsOf(database, "active_but_expired"))["public.plans (status, currentPeriodEnd)"]).toBe(
      "failing 1",
    );
  });
});
