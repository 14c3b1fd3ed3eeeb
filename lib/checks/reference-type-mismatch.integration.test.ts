import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inForce } from "@/lib/catalog/infer/in-force";
import { inferReferences } from "@/lib/catalog/infer/infer-references";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("reference_type_mismatch", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "reference_type_mismatch");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema auth;
      create schema "Sales Dept";
      create table auth.users (id uuid primary key);
      create table "Sales Dept"."Heads" ("Year" smallint, "No" integer, primary key ("Year", "No"));
      create table "Sales Dept"."Lines" (id bigint primary key, "YEAR" smallint, "no" integer, by uuid references auth.users,
        foreign key ("YEAR", "no") references "Sales Dept"."Heads");
    `);
  });
  afterAll(() => database.drop());

  it("passes where both ends have one type, and says nothing of parents outside of the business", async () => {
    expect(await look()).toEqual({ "Sales Dept.Lines (YEAR, no) → Sales Dept.Heads (Year, No)": "passing 0" });
  });

  it("takes texts of any length, and a domain and its type, for one type", async () => {
    await run(`
      create domain code as varchar(10);
      create table kinds (code text primary key);
      create table alike (id bigint primary key, kind varchar(20) references kinds, other code references kinds);
    `);
    expect(await look()).toMatchObject({
      "public.alike (kind) → public.kinds (code)": "passing 0",
      "public.alike (other) → public.kinds (code)": "passing 0",
    });
    await run("drop table alike, kinds");
  });

  it("fails where a key was widened and the columns that name it were not", async () => {
    await run(`alter table "Sales Dept"."Heads" alter "No" type bigint`);
    expect(await sentencesOf(database, "reference_type_mismatch")).toEqual([
      "Sales Dept.Lines (YEAR, no) has another type than Sales Dept.Heads (Year, No), which it names: integer against bigint. It cannot hold every key that Sales Dept.Heads can have.",
    ]);
  });

  it("fails where the column is the wider one, and where no foreign key is declared", async () => {
    await run(
      `create table plain (id integer primary key); create table wide (id integer primary key, plain bigint, name text)`,
    );
    const to = (column: string) => ({
      table: { schema: "public", name: "wide" },
      columns: [column],
      parent: { schema: "public", name: "plain" },
      parentColumns: ["id"],
    });
    const found = await sentencesOf(database, "reference_type_mismatch", { undeclared: [to("plain"), to("name")] });
    expect(found.slice(1)).toEqual([
      "wide (plain) has another type than plain (id), which it names: bigint against integer.",
      "wide (name) has another type than plain (id), which it names: text against integer.",
    ]);
  });

  it("fails where one end keeps the keys of the other as text, by what its rows hold", async () => {
    await run(`
      create schema "Clinic";
      create table "Clinic".rooms (id uuid primary key);
      create table "Clinic"."Beds" (id integer primary key, counted bigint);
      create table "Clinic".visits (id integer primary key, room_id text, "bedId" varchar(10), device_id text);
      create table "Clinic".devices (id integer primary key);
      create table public.transfers (id integer primary key, room_id varchar(36), bed_id text);
      insert into "Clinic".rooms select md5('r' || n)::uuid from generate_series(1, 20) as n;
      insert into "Clinic"."Beds" select n, n from generate_series(1, 20) as n;
      insert into "Clinic".devices select n from generate_series(1, 20) as n;
      insert into "Clinic".visits
      select n, md5('r' || n)::uuid::text, n, 'device ' || n from generate_series(1, 19) as n;
      insert into public.transfers select id, room_id, "bedId" from "Clinic".visits`);
    const { candidates } = await inferReferences(database.db, await readCatalog(database.db));
    const known = inForce(candidates);
    expect(
      (await sentencesOf(database, "reference_type_mismatch", known)).filter((text) => text.startsWith("Clinic")),
    ).toEqual([
      "Clinic.visits (bedId) has another type than Clinic.Beds (id), which it names: text against integer.",
      "Clinic.visits (room_id) has another type than Clinic.rooms (id), which it names: text against uuid.",
    ]);
    expect(
      Object.keys(await verdictsOf(database, "orphan_rows", known)).filter((label) => label.startsWith("Clinic")),
    ).toEqual([]);
    expect(
      (await sentencesOf(database, "missing_foreign_key", known)).filter((text) => text.includes("Clinic")),
    ).toHaveLength(3);
    expect(await sentencesOf(database, "reference_type_mismatch", known)).toContain(
      "transfers (room_id) has another type than Clinic.rooms (id), which it names: text against uuid.",
    );
    await run(`drop schema "Clinic" cascade; drop table public.transfers`);
  });

  it("passes once the types agree", async () => {
    await run(`alter table "Sales Dept"."Lines" alter "no" type bigint`);
    expect(await sentencesOf(database, "reference_type_mismatch")).toEqual([]);
  });
});
