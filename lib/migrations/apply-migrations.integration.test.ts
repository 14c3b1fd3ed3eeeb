import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { applyMigrations } from "./apply-migrations";
import { compareMigrations } from "./compare";
import { refuseForeignAuth } from "./foreign-auth";
import { readLedger } from "./ledger";
import { defineMigration, type Migration } from "./migration";
import { requiredMigrations } from "./required";
import { migrationScript } from "./script";

const one = defineMigration("1", "one", "create table public.one (id int primary key);");
const two = defineMigration("2", "two", "create table public.two (id int primary key);");
let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

async function apply(migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await applyMigrations(client, migrations)).map((migration) => migration.version);
  } finally {
    await client.end();
  }
}

async function relations(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'i', 'v', 'S') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
     order by 1`,
  );
  return rows.map((row) => row.name);
}

const status = async (migrations: Migration[]) => compareMigrations(migrations, await readLedger(database.pool)).status;

it("creates nothing by looking", async () => {
  const migrations = await requiredMigrations("postgres", process.cwd());
  expect(await status(migrations)).toBe("absent");
  migrationScript(migrations);
  expect(await relations()).toEqual([]);
});

it("shows exactly the SQL that it applies", async () => {
  const migrations = await requiredMigrations("postgres", process.cwd());
  await apply(migrations);
  const applied = await relations();
  const ledger = await readLedger(database.pool);
  await database.drop();
  database = await createEmptyDatabase();
  await database.pool.query(migrationScript(migrations));
  expect(await relations()).toEqual(applied);
  expect(await readLedger(database.pool)).toEqual(ledger);
  expect(await status(migrations)).toBe("current");
});

it("applies each migration once", async () => {
  expect(await apply([one])).toEqual(["1"]);
  expect(await status([one, two])).toBe("older");
  expect(await apply([one, two])).toEqual(["2"]);
  expect(await apply([one, two])).toEqual([]);
});

it("two processes at once apply it once", async () => {
  const applied = await Promise.all([apply([one, two]), apply([one, two]), apply([one, two])]);
  expect(applied.flat().sort()).toEqual(["1", "2"]);
});

it("leaves nothing behind when one of them fails", async () => {
  const bad = defineMigration("3", "bad", "create table public.three (id int); select 1 / 0;");
  await expect(apply([one, two, bad])).rejects.toThrow(/division by zero/);
  expect(await relations()).toEqual([]);
});

it("refuses a migration that was edited after it had been applied", async () => {
  await apply([one]);
  const edited = defineMigration("1", "one", "create table public.one (id bigint primary key);");
  await expect(apply([edited, two])).rejects.toThrow(/Migration 1 was edited after it had been applied/);
  expect(await relations()).not.toContain("two");
});

it("refuses a database that a newer version has migrated", async () => {
  await apply([one, two]);
  expect(await status([one])).toBe("newer");
  await expect(apply([one])).rejects.toThrow(/newer version of Plumbline/);
});

it("line endings of another system are not an edit", async () => {
  await apply([defineMigration("1", "one", "create table public.one (\n  id int\n);")]);
  expect(await apply([defineMigration("1", "one", "create table public.one (\r\n  id int\r\n);\r\n")])).toEqual([]);
});

it("does not touch an auth schema that somebody else made", async () => {
  await database.pool.query("create schema auth; create table auth.users (id uuid, instance_id uuid)");
  const client = await database.pool.connect();
  await expect(refuseForeignAuth(client)).rejects.toThrow(/already has a schema named auth/);
  client.release();
});

it("knows its own auth schema again", async () => {
  await apply(await requiredMigrations("postgres", process.cwd()));
  const client = await database.pool.connect();
  await refuseForeignAuth(client);
  client.release();
});

it("leaves auth to a hosted project", async () => {
  const migrations = await requiredMigrations("supabase", process.cwd());
  expect(migrationScript(migrations)).not.toMatch(/schema if not exists auth/i);
});
