import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { cancelRun } from "./cancel-run";
import { pauseRun } from "./pause-run";
import { resumeRun } from "./resume-run";
import { takeOverRun } from "./take-over-run";
import { type Gate, gatedNotes, notes } from "./testing/gated-notes";
import { auditCounts, imagesOf, keptBy, repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let gate: Gate;
beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  gate = await gatedNotes(database, 2_496);
});
afterEach(async () => {
  gate.keeper.release(true);
  await database.drop();
});

/** A run of 2,500 rows in the middle of its first batch. */
async function begun(): Promise<string> {
  const plan = await operator.preview(notes, "delete-orphans");
  await gate.close();
  const runId = await operator.start(plan);
  await gate.waiting();
  return runId;
}

async function events(runId: string): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    select action from public.error_logs
    where run_id = ${runId} and action like 'run.%'
    order by audit_seq
  `.execute(database.db);
  return rows.map(({ action }) => action);
}

describe("a run that is asked to pause", () => {
  test("ends its batch, keeps its place, and goes on from there when it is resumed", async () => {
    const before = await imagesOf(database.db, notes.target.table);
    const runId = await begun();
    expect(await pauseRun(operator.ctx, { runId })).toEqual({ status: "pausing" });
    expect(await pauseRun(operator.ctx, { runId })).toEqual({ status: "pausing" });
    await gate.open();
    expect(await operator.until(runId, "paused")).toMatchObject({ changed: 1_000, total: 2_500, batches: 1 });
    expect(await pauseRun(operator.ctx, { runId })).toEqual({ status: "paused" });
    expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 1_000 });
    const other = await operator.preview(notes, "set-null");
    await expect(operator.start(other)).rejects.toThrow("One run per table");
    expect(await resumeRun(operator.ctx, { runId })).toEqual({ status: "queued" });
    expect(await resumeRun(operator.ctx, { runId })).toEqual({ status: "queued" });
    await workOnRun(database, runId);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500 });
    expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 2_500 });
    expect(await events(runId)).toEqual(["run.start", "run.pause", "run.resume", "run.finish"]);
    const kept = await keptBy(database.db, runId);
    expect([...(await imagesOf(database.db, notes.target.table)), ...kept].sort()).toEqual(before);
    await expect(pauseRun(operator.ctx, { runId })).rejects.toThrow("has ended already");
    await expect(resumeRun(operator.ctx, { runId })).rejects.toThrow("has ended already");
  });

  test("just goes on when it is resumed before it has paused", async () => {
    const runId = await begun();
    await pauseRun(operator.ctx, { runId });
    expect(await resumeRun(operator.ctx, { runId })).toEqual({ status: "running" });
    await gate.open();
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500 });
  });
});

describe("a run that is cancelled", () => {
  test("ends its batch, keeps what it did, and can be undone", async () => {
    const before = await imagesOf(database.db, notes.target.table);
    const runId = await begun();
    expect(await cancelRun(operator.ctx, { runId })).toEqual({ status: "cancelling" });
    expect(await cancelRun(operator.ctx, { runId })).toEqual({ status: "cancelling" });
    await expect(pauseRun(operator.ctx, { runId })).rejects.toThrow("is being cancelled");
    await gate.open();
    expect(await operator.settled(runId)).toMatchObject({ status: "cancelled", changed: 1_000, undoRefusal: null });
    expect(await cancelRun(operator.ctx, { runId })).toEqual({ status: "cancelled" });
    expect(await operator.undo(runId)).toMatchObject({ status: "succeeded", changed: 1_000, skipped: 0 });
    expect(await imagesOf(database.db, notes.target.table)).toEqual(before);
  });

  test("has done nothing where no worker had taken it up", async () => {
    const runId = await begun();
    await pauseRun(operator.ctx, { runId });
    await gate.open();
    await operator.until(runId, "paused");
    expect(await cancelRun(operator.ctx, { runId })).toEqual({ status: "cancelled" });
    await workOnRun(database, runId);
    expect(await operator.settled(runId)).toMatchObject({ status: "cancelled", batches: 1 });
  });
});

test("a worker that is shut down ends its batch and leaves the rest to the next", async () => {
  const leave = new AbortController();
  const plan = await operator.preview(notes, "delete-orphans");
  await gate.close();
  const runId = await operator.queue(plan);
  const worker = workOnRun(database, runId, { leave: leave.signal });
  await gate.waiting();
  leave.abort();
  await gate.open();
  await worker;
  expect(await operator.until(runId, "queued")).toMatchObject({ changed: 1_000, batches: 1 });
  const jobs = await database.pool.query(
    "select from plumbline_jobs.job where name = 'run' and data ->> 'runId' = $1",
    [runId],
  );
  expect(jobs.rowCount).toBe(2);
  await workOnRun(database, runId);
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500 });
});

test("rows that somebody holds come last, and keep no other waiting", async () => {
  const plan = await operator.preview(notes, "delete-orphans");
  const holder = await database.pool.connect();
  await holder.query("begin");
  await holder.query("select from notes where author_id in (7, 1500) for update");
  const runId = await operator.start(plan);
  await vi.waitFor(async () => {
    const { rowCount } = await database.pool.query("select from notes where author_id is not null and author_id > 2");
    expect(rowCount).toBe(3);
  }, 15_000);
  await holder.query("rollback");
  holder.release();
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 2_500, skipped: 0 });
  expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 2_500 });
  const { rows } = await database.pool.query("select result, count(*)::integer from plumbline.run_results group by 1");
  expect(rows).toEqual([{ result: "changed", count: 2_500 }]);
});

test("a viewer is refused each of them", async () => {
  const viewer = contextAs("viewer", database);
  const runId = "6b47cbac-9009-42e3-9a37-b1106bf0cba0";
  const verbs = [pauseRun(viewer, { runId }), resumeRun(viewer, { runId }), cancelRun(viewer, { runId })];
  for (const refused of [...verbs, takeOverRun(viewer, { runId, reason: "it is stuck" })]) {
    await expect(refused).rejects.toThrow("needs the role operator");
  }
  await expect(cancelRun(operator.ctx, { runId })).rejects.toMatchObject({ code: "not_found" });
});
