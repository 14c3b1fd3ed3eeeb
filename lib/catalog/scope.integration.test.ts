import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectationsOf } from "@/lib/scans/expectations";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { readCatalog } from "./read-catalog";

describe("which tables are the business's", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const tables = async () => (await readCatalog(database.db)).tables.map(({ schema, name }) => `${schema}.${name}`);
  const role = "supabase_scope_test";

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`create role ${role}`);
  });
  afterAll(async () => {
    await run(`drop owned by ${role} cascade; drop role ${role}`);
    await database.drop();
  });

  it("those of a schema that only shares its name with one of Supabase's", async () => {
    for (const schema of ["auth", "cron", "extensions", "net", "realtime", "storage", "vault"]) {
      await run(`create schema ${schema}; create table ${schema}.items (id bigint primary key)`);
    }
    expect(await tables()).toEqual(
      ["auth", "cron", "extensions", "net", "realtime", "storage", "vault"].map((schema) => `${schema}.items`),
    );
    await run(`create table auth.users (id bigint primary key)`);
    const catalog = await readCatalog(database.db);
    expect(catalog.tables.map(({ name }) => name)).toContain("users");
    expect(catalog.accounts).toBeNull();
  });

  it("but none of a schema that is Supabase's own, or that holds the accounts of its sign-in", async () => {
    await run(`alter schema storage owner to ${role}; alter schema realtime owner to ${role}; drop table auth.users`);
    await run("create table auth.users (id uuid primary key)");
    expect(await tables()).toEqual(["cron.items", "extensions.items", "net.items", "vault.items"]);
    expect((await readCatalog(database.db)).accounts).toMatchObject({ schema: "auth", name: "users" });
  });

  it("but none of Supabase's storage in a copy whose owners were not restored", async () => {
    await run(`alter schema storage owner to current_user; create table storage.buckets (id text primary key)`);
    expect(await tables()).toContain("storage.buckets");
    await run("create table storage.objects (id uuid primary key)");
    expect((await tables()).filter((name) => name.startsWith("storage."))).toEqual([]);
  });

  it("those of a schema whose name only begins like PostgreSQL's own", async () => {
    await run("create schema pgshop; create table pgshop.items (id bigint primary key)");
    expect(await tables()).toContain("pgshop.items");
    await run("drop schema pgshop cascade");
  });

  it("but none of a schema that an extension made for itself", async () => {
    await run(
      "drop schema net cascade; drop schema vault cascade; create schema net; create extension pg_trgm schema net",
    );
    await run("create table net.items (id bigint primary key)");
    expect(await tables()).toContain("net.items");
    await run(`
      insert into pg_depend (classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype)
      select 'pg_namespace'::regclass, 'net'::regnamespace, 0, 'pg_extension'::regclass, oid, 0, 'e'
      from pg_extension where extname = 'pg_trgm'`);
    expect(await tables()).not.toContain("net.items");
    await run(
      "delete from pg_depend where classid = 'pg_namespace'::regclass and objid = 'net'::regnamespace and deptype = 'e'",
    );
  });

  it("a table error_logs of an application, and not the audit history", async () => {
    await run("create table public.error_logs (id integer, message text)");
    const checked = async () =>
      expectationsOf(await readCatalog(database.db)).filter(({ target }) => target.table.name === "error_logs");
    expect((await checked()).map(({ check }) => check)).toContain("no_primary_key");
    await run("alter table public.error_logs add column audit_seq bigint, add column row_hash text");
    expect(await checked()).toEqual([]);
  });
});
