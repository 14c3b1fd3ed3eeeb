import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { ensureApiRoles } from "@/lib/testing/api-roles";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("rls_disabled", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await ensureApiRoles(database);
    await run(`
      create table public."Open Notes" (id integer primary key);
      alter table public."Open Notes" enable row level security;
      grant usage on schema public to anon, authenticated;
      grant select on public."Open Notes" to anon, authenticated;
    `);
  });
  afterAll(() => database.drop());

  it("passes where row-level security decides", async () => {
    expect(await verdictsOf(database, "rls_disabled")).toEqual({ "public.Open Notes": "passing 0" });
  });

  it("does not report tables that the API does not reach, or that only other roles may read", async () => {
    await run(`
      create schema private;
      create table private.notes (id integer primary key);
      grant select on private.notes to anon;
      create schema supabase_functions;
      create table supabase_functions.hooks (id integer primary key);
      grant usage on schema supabase_functions to anon;
      grant select on supabase_functions.hooks to anon;
      create table public.inner_notes (id integer primary key);
    `);
    expect(Object.keys(await verdictsOf(database, "rls_disabled"))).toEqual(["public.Open Notes"]);
  });

  it("fails where a role of the API reaches every row", async () => {
    await run(`
      alter table public."Open Notes" disable row level security;
      grant insert on public.inner_notes to authenticated;
      grant usage on schema private to anon;
    `);
    expect(await sentencesOf(database, "rls_disabled")).toEqual([
      "private.notes is open to the API for anon, and row-level security is off: it reaches every row.",
      "Open Notes is open to the API for anon and authenticated, and row-level security is off: they reach every row.",
      "inner_notes is open to the API for authenticated, and row-level security is off: it reaches every row.",
    ]);
  });

  it("passes once it is on, and has nothing to say once the rights are gone", async () => {
    await run(`
      alter table public."Open Notes" enable row level security;
      revoke all on public.inner_notes from authenticated;
      revoke usage on schema private from anon;
    `);
    expect(await verdictsOf(database, "rls_disabled")).toEqual({ "public.Open Notes": "passing 0" });
  });
});
