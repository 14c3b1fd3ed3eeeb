import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Expectation } from "@/lib/checks/define";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { beginScan } from "./begin-scan";
import { cancelScan } from "./cancel-scan";
import { getScan } from "./get-scan";
import { runScan } from "./run-scan";
import { startScan } from "./start-scan";
import { customTarget, found } from "./testing/scan-of";

const extra = vi.hoisted(() => ({ expectations: [] as Expectation[] }));
vi.mock("./read-expected", async (load) => {
  const { readExpected } = await load<typeof import("./read-expected")>();
  return {
    readExpected: async (...engine: Parameters<typeof readExpected>) => {
      const { catalog, expectations } = await readExpected(...engine);
      return { catalog, expectations: [...expectations, ...extra.expectations] };
    },
  };
});

describe("a scan that is cancelled", () => {
  let database: TestDatabase;
  const operator = () => contextAs("operator", database);
  const asleep = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep(%' and pid <> pg_backend_pid()
    `.execute(database.db);
    return rows[0]?.n ?? 0;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create table slow (id integer primary key);
      create table slower (id integer primary key);
      insert into slow values (1);
      insert into slower values (1);
    `);
  });
  afterEach(() => {
    extra.expectations = [];
  });
  afterAll(() => database.drop());

  it("ends within two seconds in the middle of long statements, and leaves none behind", async () => {
    extra.expectations = ["slow", "slower"].map((table) => ({
      check: "custom_check",
      target: customTarget(table, table, "pg_sleep(60) is null"),
      playbook: null,
    }));
    const { scan } = await beginScan(database.db, system);
    const ended = runScan(database, scan.id, system, { concurrency: 2 });
    await vi.waitUntil(async () => (await asleep()) === 2, { timeout: 20_000, interval: 20 });
    const asked = performance.now();
    expect(await cancelScan(operator(), { scanId: scan.id })).toMatchObject({ status: "cancelling" });
    await ended;
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(await getScan(operator(), scan.id)).toMatchObject({ status: "cancelled", error: null, currentTable: null });
    expect(await asleep()).toBe(0);
    expect(await found(database, "custom_check")).toEqual([]);
  });

  it("ends at once where no worker has taken it up, and is then taken up by none", async () => {
    const { id, noWorker } = await startScan(operator());
    expect(noWorker).toBe(true);
    expect(await cancelScan(operator(), { scanId: id })).toMatchObject({ status: "cancelled", noWorker: false });
    await runScan(database, id, system);
    expect(await getScan(operator(), id)).toMatchObject({ status: "cancelled", tablesTotal: 0 });
    await expect(cancelScan(operator(), { scanId: id })).resolves.toMatchObject({ status: "cancelled" });
  });

  it("is written to the audit history by whoever cancelled it", async () => {
    const { rows } = await sql`
      select action, actor from public.error_logs where action = 'scan.cancel'
    `.execute(database.db);
    const cancel = { action: "scan.cancel", actor: "operator@plumbline.test" };
    expect(rows).toEqual([cancel, cancel]);
  });

  it("is refused to a viewer, and to everybody once it has ended", async () => {
    const { scan } = await beginScan(database.db, system);
    const viewer = contextAs("viewer", database);
    await expect(cancelScan(viewer, { scanId: scan.id })).rejects.toMatchObject({ code: "forbidden" });
    await runScan(database, scan.id, system);
    await expect(cancelScan(operator(), { scanId: scan.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await getScan(viewer, scan.id)).toMatchObject({ status: "succeeded" });
  });
});
