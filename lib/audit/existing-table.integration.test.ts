import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit-history/verify-audit";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { emit, system } from "./emit";

const migration = "supabase/migrations/20261121000000_plumbline.sql";
let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

async function migrate(existing = ""): Promise<void> {
  const text = await readFile(migration, "utf8");
  await database.pool.query(`begin; ${existing}; ${text}; commit`);
}

const writeOne = () => emit(database.db, { action: "scan.start", actor: system, message: "one" });

describe("a table of that name that was there before", () => {
  test("keeps its columns and rows, takes audit rows and verifies", async () => {
    await migrate(`
      create table public.error_logs (
        id bigint generated always as identity primary key, error_type text not null, created_at timestamp not null,
        details json, shout text generated always as (upper(error_type)) stored
      );
      insert into public.error_logs (error_type, created_at) values ('OLD', now());
      create function public.stamp() returns trigger language plpgsql as $$ begin new.error_message := 'stamped'; return new; end $$;
      create trigger stamp before insert on public.error_logs for each row execute function public.stamp()`);
    await writeOne();
    await writeOne();
    expect(await verifyAudit(contextAs("viewer", database))).toMatchObject({ checked: 2, brokenAt: null });
    const { rows } =
      await sql`select error_type, shout, audit_seq from public.error_logs where audit_seq is null`.execute(
        database.db,
      );
    expect(rows).toEqual([{ error_type: "OLD", shout: "OLD", audit_seq: null }]);
  });

  test.each([
    [
      "a column that must be filled",
      "create table public.error_logs (id int default 1, tenant int not null)",
      "tenant",
    ],
    [
      "a severity that knows no info",
      "create table public.error_logs (severity text check (severity = 'error'))",
      "severity",
    ],
    ["a run that is a number", "create table public.error_logs (run_id int)", "run_id"],
    ["a view", "create view public.error_logs as select 1 as id", "not a table"],
  ])("with %s is refused in a sentence, before anything is created", async (_what, existing, named) => {
    await expect(migrate(existing)).rejects.toThrow(named);
    await database.pool.query("rollback");
    const { rows } = await sql`select from pg_namespace where nspname = 'plumbline'`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe("the API's own roles", () => {
  test("neither read nor write the history of a table that Plumbline made", async () => {
    await asApiRoles(async () => {
      await migrate("alter default privileges in schema public grant all on tables to anon");
      await expect(database.pool.query("set role anon; select * from public.error_logs")).rejects.toThrow("denied");
    });
  });

  test("cannot say that an operator did it, in a table that was open before", async () => {
    await migrate(
      "create table public.error_logs (id int default 1, error_type text); grant insert on public.error_logs to public",
    );
    const login = `app_${database.url.slice(-8).replaceAll(/\W/g, "_")}`;
    await database.pool.query(`create role ${login}`);
    try {
      const client = await database.pool.connect();
      await client.query(`set session authorization ${login}`);
      await client.query(
        "insert into public.error_logs (error_type, action, actor) values ('APP', 'row.delete', 'admin@plumbline.test')",
      );
      client.release(true);
      const { rows } = await sql`select error_type, action, audit_seq from public.error_logs`.execute(database.db);
      expect(rows).toEqual([{ error_type: "APP", action: null, audit_seq: null }]);
    } finally {
      await database.pool.query(`drop owned by ${login}; drop role ${login}`);
    }
  });
});

test("an application that logs an error and stays in its transaction holds nobody up", async () => {
  await migrate();
  const application = await database.pool.connect();
  await application.query("begin; insert into public.error_logs (error_type) values ('APP')");
  try {
    await database.db.transaction().execute(async (trx) => {
      await sql`set local lock_timeout = '2s'`.execute(trx);
      await emit(trx, { action: "scan.start", actor: system, message: "one" });
    });
  } finally {
    application.release(true);
  }
  expect(await verifyAudit(contextAs("viewer", database))).toMatchObject({ checked: 1, brokenAt: null });
});

/** Roles belong to the server, so they are made for the moment where no other test has made them. */
async function asApiRoles(work: () => Promise<void>): Promise<void> {
  await database.pool.query(
    "do $$ begin create role anon; exception when duplicate_object or unique_violation then null; end $$",
  );
  try {
    await work();
  } finally {
    await database.pool.query("drop owned by anon");
  }
}
