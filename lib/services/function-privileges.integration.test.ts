import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { readMigrations } from "@/lib/migrations/read-migrations";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { ensureApiRoles } from "@/lib/testing/api-roles";

let database: TestDatabase;

/** As in a hosted project, whose API's roles are granted every new function. */
beforeAll(async () => {
  database = await createEmptyDatabase();
  await ensureApiRoles(database);
  const client = await database.pool.connect();
  await client.query(
    "alter default privileges in schema public grant execute on functions to anon, authenticated, service_role",
  );
  await applyMigrations(client, await readMigrations(process.cwd()));
  client.release();
});
afterAll(() => database.drop());

test("the functions of the write path are for the service role alone, with its own rights and a path of their own", async () => {
  const { rows } = await database.pool.query(`
    select
      p.proname as name,
      array(
        select r from unnest(array['anon', 'authenticated', 'service_role']) as r where has_function_privilege(r, p.oid, 'execute')
      ) as callers,
      p.prosecdef as "securityDefiner",
      l.lanname <> 'plpgsql' or coalesce(p.proconfig::text like '%search_path=%', false) as pinned
    from pg_proc as p
    join pg_language as l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and p.proname like 'plumbline%'`);
  expect(rows.length).toBeGreaterThan(2);
  for (const { name, ...rights } of rows) {
    expect(rights, name).toEqual({ callers: ["service_role"], securityDefiner: false, pinned: true });
  }
});

test("the service role may keep what it answered", async () => {
  const { rows } = await database.pool.query(
    "select has_table_privilege('service_role', 'plumbline.idempotency_keys', 'insert') as may",
  );
  expect(rows).toEqual([{ may: true }]);
});
