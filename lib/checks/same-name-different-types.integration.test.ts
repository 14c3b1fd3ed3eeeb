import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

describe("same_name_different_types", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = async () => (await catalogFailures(database, "same_name_different_types")).map(([label]) => label);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create schema other;
      create table "Sales Dept".customers (customer_id bigint primary key, email text, created_at timestamptz, currency text);
      create table "Sales Dept"."Orders" (id uuid primary key, "customerId" bigint, created_at timestamptz, currency varchar(3));
      create table "Sales Dept".refunds (id bigint primary key, customer_id bigint, email varchar(80), created_at timestamptz,
        currency char(3));
    `);
  });
  afterAll(() => database.drop());

  it("says nothing where names mean one type; text is text of any length", async () => {
    expect(await catalogVerdicts(database, "same_name_different_types")).toEqual([]);
  });

  it("does not report names that mean something else in each table", async () => {
    await run(`
      create table boards (id integer primary key, status integer, name text, value numeric, parent_id integer references boards,
        subject_type text, ref text, kind_id integer);
      create table cards (id uuid primary key, status text, name varchar(10), value jsonb, parent_id uuid references cards,
        subject_id bigint, subject_type text, ref integer, state_code integer);
      create table notes (id bigint primary key, subject_id uuid, ref uuid, board_id integer references boards,
        thing_id text, thing_type text);
      create table things (thing_id bigint primary key);
      create table asks (account_id integer references boards);
      create table tells (account_id uuid references cards);
      create type mood as enum ('good');
      create table moods (note_code mood);
      create table words (note_code text, customer_id uuid);
      create table other.orders (customer_id text, created_at date);
      create table flats (floor_no integer, contact_phone bigint, tax_grams integer, remarks text, entrance integer);
      create table houses (floor_no text, contact_phone text, tax_grams numeric, remarks jsonb, entrance text);
    `);
    expect(await failing()).toEqual([]);
  });

  it("fails for the odd ones, and takes a key's type for the right one however few share it", async () => {
    await run(`
      create table "Sales Dept".calls (customer_id text, created_at timestamp, currency integer);
      create table "Sales Dept".visits (customer_id text);
      create table "Sales Dept".mails (customer_id text, email bigint);
      create table pairs_a (device_key_id uuid);
      create table pairs_b (device_key_id text);
    `);
    const found = await catalogVerdicts(database, "same_name_different_types");
    expect(found.map(({ message }) => message).toSorted()).toEqual([
      "Sales Dept.calls.created_at is timestamp without time zone, while created_at is timestamp with time zone in Sales Dept.Orders and 2 others.",
      "Sales Dept.calls.currency is integer, while currency is text in Sales Dept.Orders and 2 others.",
      "Sales Dept.calls.customer_id is text, while customer_id is bigint in Sales Dept.Orders and 2 others.",
      "Sales Dept.mails.customer_id is text, while customer_id is bigint in Sales Dept.Orders and 2 others.",
      "Sales Dept.mails.email is bigint, while email is text in Sales Dept.customers and Sales Dept.refunds.",
      "Sales Dept.visits.customer_id is text, while customer_id is bigint in Sales Dept.Orders and 2 others.",
      "pairs_b.device_key_id is text, while device_key_id is uuid in pairs_a.",
    ]);
  });

  it("fails for measures and moments that one of two tables keeps as text, and for ids across schemas that foreign keys join", async () => {
    await run(`
      create schema iot;
      create schema ops;
      create table iot.sites (id integer primary key);
      create table iot.meters (meter_id uuid primary key, "weightGrams" integer, "ERDAT" date, amount_cents bigint);
      create table iot.signals ("ERDAT" timestamptz);
      create table iot.readings ("weightGrams" text, "ERDAT" varchar(10), amount_cents text);
      create table ops.work_orders (site integer references iot.sites, meter_id text, amount_cents numeric);
    `);
    const found = (await failing()).filter((label) => /^(iot|ops)\./.test(label));
    expect(found.toSorted()).toEqual([
      "iot.readings (ERDAT)",
      "iot.readings (amount_cents)",
      "iot.readings (weightGrams)",
      "ops.work_orders (meter_id)",
    ]);
    await run("drop schema iot, ops cascade");
  });

  it("passes once the type is changed", async () => {
    const before = await catalogVerdicts(database, "same_name_different_types");
    const email = before.find(({ label }) => label.includes("mails (email)"))?.target as ColumnTarget;
    expect(await tryCheck(database, "same_name_different_types", email)).toMatchObject({ status: "failing", count: 1 });
    await run(`alter table "Sales Dept".mails alter email type text`);
    expect(await tryCheck(database, "same_name_different_types", email)).toMatchObject({ status: "passing", count: 0 });
    expect(await failing()).not.toContain("Sales Dept.mails (email)");
  });
});
