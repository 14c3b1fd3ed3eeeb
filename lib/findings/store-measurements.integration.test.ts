import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ColumnTarget } from "@/lib/checks/target";
import { measure } from "@/lib/scan/measure";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { storeMeasurements } from "./store-measurements";

const target: ColumnTarget = { kind: "column", table: { schema: "public", name: "notes" }, column: "text" };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.pool.query("create table notes (id integer primary key, text text default 'none')");
});
afterEach(async () => {
  vi.useRealTimers();
  await database.drop();
});

async function look(): Promise<void> {
  const expectation = { check: "null_despite_default", target, playbook: null } as const;
  await storeMeasurements(database.db, await measure(database, await readCatalog(database.db), [expectation]), null);
}

test.each([
  ["behind", -3_600_000],
  ["ahead", 3_600_000],
])("what was measured last counts, though the clock of a machine is an hour %s", async (_, offMs) => {
  await database.pool.query("insert into notes values (1, null)");
  if (offMs > 0) vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + offMs });
  await look();
  vi.useRealTimers();
  await database.pool.query("update notes set text = 'some'");
  if (offMs < 0) vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + offMs });
  await look();
  const { rows } = await database.pool.query(
    "select status, count::integer, abs(extract(epoch from now() - measured_at)) < 60 as timely from plumbline.findings",
  );
  expect(rows).toEqual([{ status: "passing", count: 0, timely: true }]);
});
