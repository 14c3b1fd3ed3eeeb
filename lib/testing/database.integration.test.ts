import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { onConnection, serverUrl } from "./admin";
import { createDemoDatabase, createEmptyDatabase, createTestDatabase, type TestDatabase } from "./index";

const made: TestDatabase[] = [];

async function keep(creating: Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await creating;
  made.push(database);
  return database;
}

afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

test("what one test writes is not seen by another", async () => {
  const one = await keep(createTestDatabase());
  const other = await keep(createTestDatabase());
  await one.pool.query("create table public.mine (id integer)");
  const found = await other.pool.query("select to_regclass('public.mine') as mine");
  expect(found.rows).toEqual([{ mine: null }]);
});

test("an empty database holds nothing, a demo database holds the incidents", async () => {
  const tables = "select count(*)::integer as count from pg_tables where schemaname = 'public'";
  const empty = await keep(createEmptyDatabase());
  expect((await empty.pool.query(tables)).rows).toEqual([{ count: 0 }]);
  const demo = await keep(createDemoDatabase());
  const orders = await demo.pool.query("select count(*)::integer as count from public.orders");
  expect(orders.rows).toEqual([{ count: 2423 }]);
});

test("a dropped database is gone, even while somebody is connected to it", async () => {
  const database = await createEmptyDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const somebody = new pg.Client({ connectionString: database.url });
  await somebody.connect();
  const thrownOut = new Promise((resolve) => somebody.on("error", resolve));
  await database.drop();
  await thrownOut;
  const left = await onConnection(serverUrl(), (admin) =>
    admin.query("select from pg_database where datname = $1", [name]),
  );
  expect(left.rowCount).toBe(0);
});
