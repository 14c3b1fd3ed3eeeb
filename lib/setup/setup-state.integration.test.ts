import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { parseConfig, setConfig } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { measureHealth } from "@/lib/health/read-health";
import { log } from "@/lib/log";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import { openLiteApp } from "@/lib/supabase/lite-app";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { setupState } from "./setup-state";

let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
  process.env.PLUMBLINE_ENGINE_URL = database.url;
  setConfig(parseConfig({ DATABASE_URL: database.url, PLUMBLINE_SECRET: "x".repeat(32) }, "/nowhere"));
});

afterAll(async () => {
  vi.restoreAllMocks();
  await openLiteApp()?.close();
  await getEngine().close();
  await database.drop();
});

const status = async () => (await setupState()).status;

it("follows a given database from untouched to ready, and creates nothing itself", async () => {
  expect(await status()).toBe("absent");
  expect(await measureHealth()).toMatchObject({ status: "ok", schema: null, api: "not_asked" });
  const schemas = await database.pool.query("select from pg_namespace where nspname in ('plumbline', 'auth')");
  expect(schemas.rowCount).toBe(0);

  const client = await database.pool.connect();
  await applyMigrations(client, await requiredMigrations("postgres", process.cwd()));
  client.release();
  expect(await status()).toBe("no_operator");
  expect(await measureHealth()).toMatchObject({ status: "ok", schema: expect.stringMatching(/^\d{14}$/) });

  await database.pool.query("insert into plumbline.schema_migrations values ('29991231000000', 'later', 'x')");
  expect(await status()).toBe("newer");
  await database.pool.query("delete from plumbline.schema_migrations where name = 'later'");

  const disabled = "insert into plumbline.operators values (gen_random_uuid(), 'a@example.com', 'admin', now(), now())";
  await database.pool.query(disabled);
  expect(await status()).toBe("no_operator");
  await database.pool.query("update plumbline.operators set disabled_at = null");
  expect(await status()).toBe("ready");
});

it("a database that is away is unhealthy", async () => {
  vi.spyOn(log, "warn").mockReturnValue(undefined);
  await getEngine().close();
  process.env.PLUMBLINE_ENGINE_URL = "postgres://nobody@127.0.0.1:1/nothing";
  expect(await measureHealth()).toMatchObject({ status: "unavailable", schema: null });
});
