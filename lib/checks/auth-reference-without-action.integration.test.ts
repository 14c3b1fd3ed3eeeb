import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("auth_reference_without_action", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => verdictsOf(database, "auth_reference_without_action");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema auth;
      create schema "Sales Dept";
      create table auth.users (id uuid primary key);
      create table "Sales Dept"."Profiles" ("User Id" uuid primary key references auth.users on delete cascade);
    `);
  });
  afterAll(() => database.drop());

  it("passes where the foreign key says what a deleted account takes with it", async () => {
    expect(await look()).toEqual({ "Sales Dept.Profiles (User Id) → auth.users (id)": "passing 0" });
  });

  it("does not report SET NULL, nor a table of that name elsewhere", async () => {
    await run(`
      create table public.users (id uuid primary key);
      create table public.notes (id integer primary key, by uuid references public.users);
      create table public.logs (id integer primary key, by uuid references auth.users on delete set null);
    `);
    expect(await look()).toEqual({
      "Sales Dept.Profiles (User Id) → auth.users (id)": "passing 0",
      "public.logs (by) → auth.users (id)": "passing 0",
    });
  });

  it("fails where an account cannot be deleted", async () => {
    await run(`
      alter table public.logs drop constraint logs_by_fkey, add constraint who foreign key (by) references auth.users;
      create table "Sales Dept"."Calls" (id integer primary key, "By" uuid references auth.users on delete restrict);
    `);
    expect(await sentencesOf(database, "auth_reference_without_action")).toEqual([
      "A row of auth.users cannot be deleted while Sales Dept.Calls (By) names it: the foreign key is ON DELETE RESTRICT.",
      "A row of auth.users cannot be deleted while logs (by) names it: the foreign key is ON DELETE NO ACTION.",
    ]);
  });

  it("passes once the foreign keys say what to do", async () => {
    await run(`
      alter table public.logs drop constraint who, add constraint who foreign key (by) references auth.users on delete set null;
      drop table "Sales Dept"."Calls";
    `);
    expect(await sentencesOf(database, "auth_reference_without_action")).toEqual([]);
  });
});
