import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("rls_without_policy", () => {
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

  it("passes where a policy lets somebody through", async () => {
    expect(await verdictsOf(database, "rls_without_policy")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });

  it("does not report a table without row-level security, with policies or without", async () => {
    await run(`
      create table plain (id integer primary key);
      create table ignored (id integer primary key);
      create policy ignored on ignored using (true);
    `);
    expect(await verdictsOf(database, "rls_without_policy")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });

  it("fails where nobody but the owner sees a row", async () => {
    await run(`drop policy "To See" on "Sales Dept"."Notes"`);
    expect(await sentencesOf(database, "rls_without_policy")).toEqual([
      "Row-level security of Sales Dept.Notes is on and there is no policy: only its owner and roles that bypass it see any row.",
    ]);
  });

  it("passes once there is a policy", async () => {
    await run(`create policy "To See" on "Sales Dept"."Notes" for select using (true)`);
    expect(await verdictsOf(database, "rls_without_policy")).toEqual({ "Sales Dept.Notes": "passing 0" });
  });
});
