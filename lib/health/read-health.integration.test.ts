import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { parseConfig, setConfig } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { log } from "@/lib/log";
import { getLiteApp } from "@/lib/supabase/lite-app";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { measureHealth, readHealth } from "./read-health";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  use(database.url);
});
afterAll(async () => {
  await getLiteApp().close();
  await getEngine(database.url).close();
  await database.drop();
});
afterEach(() => vi.restoreAllMocks());

function use(url: string): void {
  process.env.PLUMBLINE_ENGINE_URL = url;
  setConfig(parseConfig({ DATABASE_URL: database.url, PLUMBLINE_SECRET: "x".repeat(32) }, "/nowhere"));
}

test("the first answer of the API is not waited for, and then known", async () => {
  expect((await measureHealth()).api).not.toBe("unavailable");
  await vi.waitUntil(async () => (await measureHealth()).api === "ok", { timeout: 10_000, interval: 50 });
});

test("it tells what there is to look at, and names nobody", async () => {
  expect(await measureHealth()).toEqual({
    status: "ok",
    problems: [
      "No worker has said for 30 seconds that it is there: scans and runs wait.",
      "The database was never scanned.",
    ],
    database: "ok",
    api: "ok",
    schema: expect.stringMatching(/^\d{14}$/),
    workers: { alive: 0, lastSeenAt: null },
    oldestUnfinishedRun: null,
    lastScan: null,
    failingErrors: 0,
    openScopes: [],
  });
  await sql`insert into plumbline.workers (id) values (gen_random_uuid())`.execute(database.db);
  await sql`insert into plumbline.scans (status, actor, finished_at) values ('succeeded', 'a', now())`.execute(
    database.db,
  );
  await sql`
    insert into plumbline.findings
      (id, check_code, severity, target, schema_name, table_name, status, count, how, measured_at)
    select id, 'orphan_rows', severity, '{}', 'public', 'secret_table', status, 1, 'exact', now()
    from (values ('a', 'error', 'failing'), ('b', 'error', 'failing'), ('c', 'warning', 'failing'), ('d', 'error', 'passing'))
      as f (id, severity, status)
  `.execute(database.db);
  await sql`insert into plumbline.dismissals values ('b', 'known', 'ops@example.com')`.execute(database.db);
  await sql`insert into plumbline.api_anyone values ('sessions:write', 60, 'ops@example.com')`.execute(database.db);
  const health = await measureHealth();
  expect(health).toMatchObject({
    status: "ok",
    problems: ["1 finding of the severity error fails.", "Callers without an API key may use sessions:write."],
    workers: { alive: 1 },
    lastScan: { status: "succeeded" },
    failingErrors: 1,
    openScopes: ["sessions:write"],
  });
  expect(JSON.stringify(health)).not.toMatch(/secret_table|ops@example|postgres/);
});

test("polled without pause it asks the database once a second", async () => {
  const asked = vi.spyOn(getEngine().pool, "query");
  for (let poll = 0; poll < 50; poll += 1) await readHealth();
  expect(asked.mock.calls.length).toBe(1);
});

test("a database that hangs in the middle of an answer is a 503 within two seconds, and well again when it is", async () => {
  const warned = vi.spyOn(log, "warn").mockReturnValue(undefined);
  const holder = await database.pool.connect();
  await holder.query("begin; lock table plumbline.findings in access exclusive mode");
  const begun = performance.now();
  expect(await measureHealth()).toMatchObject({ status: "unavailable", database: "unavailable", api: "not_asked" });
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(warned).toHaveBeenCalled();
  await holder.query("rollback");
  holder.release();
  expect(await measureHealth()).toMatchObject({ status: "ok" });
});

test("so is one that takes a connection and never says a word", async () => {
  vi.spyOn(log, "warn").mockReturnValue(undefined);
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as { port: number };
  use(`postgres://u:hunter2@127.0.0.1:${port}/x`);
  const begun = performance.now();
  const health = await measureHealth();
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(health).toMatchObject({ status: "unavailable", problems: ["The database does not answer."] });
  expect(JSON.stringify(health)).not.toContain("hunter2");
  for (const socket of sockets) socket.destroy();
  silent.close();
  await getEngine().close();
  use(database.url);
});
