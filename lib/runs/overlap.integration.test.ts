import type pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { gatedNotes, notes } from "./testing/gated-notes";
import { auditCounts, keptBy, repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let other: pg.PoolClient;
beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  const gate = await gatedNotes(database, 2_496);
  other = gate.keeper;
});
afterEach(async () => {
  other.release(true);
  await database.drop();
});

/** A run whose first batch waits to write its audit, and whose second has done all that comes before. */
async function twoUnderWay(leave?: AbortSignal): Promise<{ runId: string; work: Promise<void> }> {
  const runId = await operator.queue(await operator.preview(notes, "delete-orphans"));
  await other.query("select pg_advisory_lock(hashtextextended('plumbline.error_logs', 0))");
  const work = workOnRun(database, runId, leave && { leave });
  await vi.waitFor(
    async () => {
      const { rows } = await other.query<{ state: string }>(
        `select a.state
        from pg_stat_activity as a
        join plumbline.runs as r on a.pid in (r.executor_pid, r.second_pid)
        where a.xact_start is not null and (a.wait_event = 'advisory' or a.state = 'idle in transaction' and a.query like '%as put_off%')
        order by 1`,
      );
      expect(rows.map(({ state }) => state)).toEqual(["active", "idle in transaction"]);
    },
    { timeout: 4_500, interval: 10 },
  );
  return { runId, work };
}

const auditGoesOn = () => other.query("select pg_advisory_unlock(hashtextextended('plumbline.error_logs', 0))");

test("a batch that began before its turn is taken back when the run is to stop, and done by who goes on", async () => {
  const leave = new AbortController();
  const { runId, work } = await twoUnderWay(leave.signal);
  leave.abort();
  await auditGoesOn();
  await work;
  expect(await operator.until(runId, "queued")).toMatchObject({ changed: 1_000, batches: 1 });
  expect(await keptBy(database.db, runId)).toHaveLength(1_000);
  await workOnRun(database, runId);
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500, skipped: 0 });
  expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 2_500 });
});

test("a batch whose forerunner is lost is lost with it, whatever it had done", async () => {
  const { runId, work } = await twoUnderWay();
  await other.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'advisory' and datname = current_database()",
  );
  await auditGoesOn();
  await work;
  expect(await operator.until(runId, "interrupted")).toMatchObject({ changed: 0, batches: 0 });
  expect(await keptBy(database.db, runId)).toEqual([]);
  await workOnRun(database, runId);
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500, skipped: 0 });
  expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 2_500 });
  const { rowCount } = await other.query(
    "select from plumbline.run_batches as b join plumbline.run_batches as n on n.number = b.number + 1 where n.started_at < b.finished_at",
  );
  expect(rowCount).toBe(0);
});

test("a batch that fails before its turn ends the run when it is its turn, with what the one before changed", async () => {
  await other.query(`
    create function no_room() returns trigger language plpgsql as 'begin raise exception ''no room'' using errcode = ''53100''; end';
    create trigger no_room before insert on plumbline.quarantine for each row when (new.batch = 2) execute function no_room()`);
  const runId = await operator.queue(await operator.preview(notes, "delete-orphans"));
  await other.query("select pg_advisory_lock(hashtextextended('plumbline.error_logs', 0))");
  const work = workOnRun(database, runId);
  await vi.waitFor(
    async () => {
      const { rowCount } = await other.query(
        "select from pg_stat_activity as a join plumbline.runs as r on a.pid = r.executor_pid where a.state = 'idle' and a.query = 'rollback'",
      );
      expect(rowCount).toBe(1);
    },
    { timeout: 4_500, interval: 10 },
  );
  await auditGoesOn();
  await work;
  const run = await operator.until(runId, "failed");
  expect(run).toMatchObject({ changed: 1_000, batches: 1 });
  expect(run.error).toContain("That batch was rolled back. 1,000 rows had been changed before it");
});
