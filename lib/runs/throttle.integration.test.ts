import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { resumeRun } from "./resume-run";
import { type Gate, gatedNotes, notes } from "./testing/gated-notes";
import { auditCounts, repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const never = Number.POSITIVE_INFINITY;
let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let gate: Gate;
let other: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  gate = await gatedNotes(database, 2_496);
  other = new pg.Client({ connectionString: database.url, application_name: "the shop" });
  other.on("error", () => undefined);
  await other.connect();
});
afterEach(async () => {
  await other.end();
  gate.keeper.release(true);
  await database.drop();
});

const queued = async () => operator.queue(await operator.preview(notes, "delete-orphans"));
const throttleOf = async (runId: string) => (await operator.stopped(runId)).throttle;

/** Waits until the run says why it holds back. */
function saying(runId: string, why: string): Promise<void> {
  return vi.waitFor(
    async () => {
      const { rows } = await database.pool.query<{ throttle: string | null }>(
        "select throttle from plumbline.runs where id = $1",
        [runId],
      );
      expect(rows[0]?.throttle).toContain(why);
    },
    { timeout: 15_000, interval: 20 },
  );
}

async function heldBack(runId: string) {
  const { rows } = await sql<{ throttle: string | null; waited: number; rows: number }>`
    select throttle, waited_ms::integer as waited, (changed + skipped + put_off)::integer as rows
    from plumbline.run_batches where run_id = ${runId} order by number
  `.execute(database.db);
  return rows;
}

describe("a run holds back, says why, and goes on by itself", () => {
  test("when somebody waits for rows that it has locked, with smaller batches", async () => {
    const runId = await queued();
    await gate.close();
    const work = workOnRun(database, runId);
    await gate.waiting();
    const { rows } = await database.pool.query<{ id: string }>(
      "select key ->> 'id' as id from plumbline.run_items where position = 1",
    );
    const waiting = other.query("update notes set written_at = now() where id = $1", [rows[0]?.id]);
    await vi.waitFor(
      async () => {
        const { rowCount } = await database.pool.query(
          "select from pg_stat_activity where application_name = 'the shop' and wait_event_type = 'Lock' and query_start < clock_timestamp() - interval '400 ms'",
        );
        expect(rowCount).toBe(1);
      },
      { timeout: 15_000 },
    );
    await gate.open();
    await Promise.all([waiting, work]);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", throttle: null });
    const [first, second] = await heldBack(runId);
    expect(first).toEqual({ throttle: null, waited: 0, rows: 1_000 });
    expect(second?.throttle).toContain("for what the last batch had locked, so the next ones are smaller.");
    expect(second?.waited).toBeGreaterThanOrEqual(200);
    expect(second?.rows).toBe(500);
  });

  test("when a transaction is open for too long", async () => {
    const runId = await queued();
    await other.query("begin isolation level repeatable read; select");
    const limits = { longTransactionSeconds: { soft: 0.2, hard: never } };
    await vi.waitFor(async () => {
      const { rows } = await database.pool.query(
        "select from pg_stat_activity where application_name = 'the shop' and xact_start < clock_timestamp() - interval '200 ms'",
      );
      expect(rows).toHaveLength(1);
    });
    const work = workOnRun(database, runId, { limits });
    await saying(runId, "A transaction has been open for");
    await saying(runId, "the shop");
    await other.query("rollback");
    await work;
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500, throttle: null });
    expect((await heldBack(runId))[0]?.throttle).toContain("A transaction has been open for");
  });

  test("when the table is being vacuumed", async () => {
    const runId = await queued();
    await other.query("set vacuum_cost_delay = '100ms'; set vacuum_cost_limit = 1");
    const { rows } = await other.query<{ pid: number }>("select pg_backend_pid() as pid");
    const vacuuming = other.query("vacuum notes").catch((error: unknown) => error);
    await vi.waitFor(async () => {
      expect(
        (await database.pool.query("select from pg_stat_progress_vacuum where datname = current_database()")).rowCount,
      ).toBe(1);
    });
    const work = workOnRun(database, runId);
    await saying(runId, "The table is being vacuumed (scanning heap).");
    await database.pool.query("select pg_cancel_backend($1)", [rows[0]?.pid]);
    await Promise.all([vacuuming, work]);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500, throttle: null });
  });
});

test("a run pauses by itself where the server has hardly a connection left, and can be resumed", async () => {
  const runId = await queued();
  await workOnRun(database, runId, { limits: { connectionShare: { soft: 0, hard: 0 } } });
  expect(await operator.until(runId, "paused")).toMatchObject({ changed: 0 });
  expect(await throttleOf(runId)).toMatch(
    /^\d+ of \d+ connections of the server are in use. The run paused by itself; resume it when that has passed.$/,
  );
  const { rows } = await database.pool.query(
    "select actor, severity from public.error_logs where run_id = $1 and action = 'run.pause'",
    [runId],
  );
  expect(rows).toEqual([{ actor: "plumbline", severity: "warning" }]);
  await resumeRun(operator.ctx, { runId });
  expect(await operator.until(runId, "queued")).toMatchObject({ throttle: null });
  await workOnRun(database, runId);
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500 });
});

test("a batch that is stopped for taking too long is tried again with fewer rows", async () => {
  const runId = await queued();
  await gate.close();
  const work = workOnRun(database, runId);
  await database.pool.query("select pg_cancel_backend($1)", [await gate.waiting()]);
  await gate.open();
  await work;
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500 });
  expect((await heldBack(runId))[0]?.rows).toBe(500);
  expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 2_500 });
});

test("a run whose before-images are kept cannot be removed", async () => {
  const runId = await queued();
  await workOnRun(database, runId);
  const removed = database.pool.query("delete from plumbline.runs where id = $1", [runId]);
  await expect(removed).rejects.toThrow("has before-images in quarantine");
});
