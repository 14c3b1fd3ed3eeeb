import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("policy_without_rls", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Notes" (id integer primary key);
      alter table "Sales Dept"."Notes" enable row level security;
      create policy "To See" on "Sales Dept"."Notes" for select using (true);
    `);
  });
  afterAll(() => database.drop());

  it("passes where the policies apply", async () => {
    expect(await verdictsOf(database, "policy_without_rls")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });

  it("does not report a table without policies, with row-level security or without", async () => {
    await run(`
      create table plain (id integer primary key);
      create table closed (id integer primary key);
      alter table closed enable row level security;
    `);
    expect(await verdictsOf(database, "policy_without_rls")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });

  it("fails where nothing applies them", async () => {
    await run(`alter table "Sales Dept"."Notes" disable row level security`);
    expect(await sentencesOf(database, "policy_without_rls")).toEqual([
      "Sales Dept.Notes has policies, and row-level security is off: none of them applies.",
    ]);
  });

  it("passes once row-level security is on again", async () => {
    await run(`alter table "Sales Dept"."Notes" enable row level security`);
    expect(await verdictsOf(database, "policy_without_rls")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });
});
