import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { takeOverRun } from "./take-over-run";
import { elsewhere } from "./testing/elsewhere";
import { type Gate, gatedNotes, notes } from "./testing/gated-notes";
import { auditCounts, imagesOf, keptBy, repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const { table } = notes.target;
let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let gate: Gate;
let others: ReturnType<typeof elsewhere>;

async function begin(more = 0): Promise<void> {
  database = await createTestDatabase();
  operator = repairer(database);
  others = elsewhere(database.url);
  gate = await gatedNotes(database, more);
}
afterEach(async () => {
  others.killAll();
  gate.keeper.release(true);
  await database.drop();
});

async function expectNothingDone(runId: string, before: string[]): Promise<void> {
  expect(await imagesOf(database.db, table)).toEqual(before);
  expect(await auditCounts(database.db, runId)).toEqual({});
  const kept = await sql`select from plumbline.quarantine`.execute(database.db);
  expect(kept.rows).toEqual([]);
  const touched = await sql`select from plumbline.run_results where result is not null`.execute(database.db);
  expect(touched.rows).toEqual([]);
}

describe("in the middle of a batch", () => {
  beforeEach(() => begin());

  test("a backend that is ended leaves nothing, and the next worker goes on", async () => {
    const before = await imagesOf(database.db, table);
    await gate.close();
    const runId = await operator.start(await operator.preview(notes, "set-null"));
    await gate.keeper.query("select pg_terminate_backend($1)", [await gate.waiting()]);
    const run = await operator.until(runId, "interrupted");
    expect(run).toMatchObject({ changed: 0, isOver: false });
    await expectNothingDone(runId, before);
    await gate.open();
    await workOnRun(database, runId);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await auditCounts(database.db, runId)).toEqual({ REFERENCE_CLEARED: 4 });
  });

  test("a server that is killed leaves nothing, the run is found interrupted, and the next worker goes on", async () => {
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(notes, "set-null");
    await gate.close();
    const { child, runId } = await others.run(plan.id);
    await gate.waiting();
    await others.kill(child);
    const run = await operator.until(runId, "interrupted");
    expect(run.error).toContain("What was under way changed nothing. No step was done. The next free worker goes on");
    await expectNothingDone(runId, before);
    await gate.open();
    await workOnRun(database, runId);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4, error: null });
  }, 60_000);

  test("a batch that takes longer than the lease does not lose it, and holds the table", async () => {
    const plan = await operator.preview(notes, "set-null");
    await gate.close();
    const { runId } = await others.run(plan.id);
    await gate.waiting();
    const lease = async () => {
      const { rows } = await database.pool.query<{ until: Date }>("select lease_until as until from plumbline.runs");
      return rows[0]?.until.getTime() ?? 0;
    };
    const first = await lease();
    await vi.waitFor(async () => expect(await lease()).toBeGreaterThan(first + 1_500), { timeout: 10_000 });
    await operator
      .preview(notes, "delete-orphans")
      .then((other) => expect(operator.start(other)).rejects.toThrow("One run per table"));
    await gate.open();
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
  }, 60_000);

  test("a worker that is paused and comes back after another has finished writes nothing", async () => {
    const plan = await operator.preview(notes, "set-null");
    await gate.close();
    const { child, runId } = await others.run(plan.id);
    const backend = await gate.waiting();
    child.kill("SIGSTOP");
    await operator.until(runId, "interrupted");
    const second = workOnRun(database, runId);
    // Whoever takes over ends what the other has under way, so its rows are free.
    await vi.waitFor(async () => expect(await gate.waiting()).not.toBe(backend), { timeout: 10_000 });
    await gate.open();
    await second;
    const after = await imagesOf(database.db, table);
    child.kill("SIGCONT");
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await auditCounts(database.db, runId)).toEqual({ REFERENCE_CLEARED: 4 });
    expect(await keptBy(database.db, runId)).toHaveLength(4);
    expect(await imagesOf(database.db, table)).toEqual(after);
  }, 60_000);

  test("a worker whose run was taken from it commits nothing, though its connection lives", async () => {
    const before = await imagesOf(database.db, table);
    await gate.close();
    const plan = await operator.preview(notes, "set-null");
    const runId = await operator.start(plan);
    await gate.waiting();
    const reason = "it does not get on";
    expect(await takeOverRun(operator.ctx, { runId, reason })).toEqual({ status: "queued" });
    expect(await takeOverRun(operator.ctx, { runId, reason })).toEqual({ status: "queued" });
    await gate.open();
    await vi.waitFor(async () => {
      const { rows } = await database.pool.query(
        "select from pg_stat_activity where datname = current_database() and query like '%plumbline.runs%' and state like 'idle in%'",
      );
      expect(rows).toEqual([]);
    });
    await vi.waitFor(() => expectNothingDone(runId, before));
    expect((await operator.until(runId, "queued")).batches).toBe(0);
    await workOnRun(database, runId);
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await auditCounts(database.db, runId)).toEqual({ REFERENCE_CLEARED: 4 });
  });

  test("a run that ends every worker is given up after the fifth", async () => {
    await gate.close();
    const runId = await operator.start(await operator.preview(notes, "set-null"));
    for (const status of [...Array.from({ length: 4 }, () => "interrupted" as const), "failed" as const]) {
      await gate.keeper.query("select pg_terminate_backend($1)", [await gate.waiting()]);
      const run = await operator.until(runId, status);
      if (status === "failed") expect(run.error).toContain("This happened 5 times in a row");
      else void workOnRun(database, runId);
    }
  });
});

test("killed at random instants, again and again, no row is lost and none is done twice", async () => {
  await begin(6_000);
  const before = await imagesOf(database.db, table);
  const plan = await operator.preview(notes, "delete-orphans");
  expect(plan.willChange).toBe(6_004);
  let runId = "";
  for (let kills = 0; kills < 4; kills += 1) {
    const worker = await others.run(plan.id, 300);
    runId = worker.runId;
    await sleep(Math.random() * 800);
    await others.kill(worker.child);
    const run = await operator.stopped(runId);
    const { rows } = await sql<{ rows: number }>`select count(*)::integer as rows from notes`.execute(database.db);
    const kept = await keptBy(database.db, runId);
    expect(kept).toHaveLength(run.changed);
    expect((rows[0]?.rows ?? 0) + kept.length).toBe(before.length);
    expect(await auditCounts(database.db, runId)).toEqual(
      run.changed === 0 ? {} : { ORPHANED_NOTE_DETECTED: run.changed },
    );
  }
  await workOnRun(database, runId);
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 6_004 });
  expect(await auditCounts(database.db, runId)).toEqual({ ORPHANED_NOTE_DETECTED: 6_004 });
  expect([...(await imagesOf(database.db, table)), ...(await keptBy(database.db, runId))].sort()).toEqual(before);
  expect(await operator.undo(runId)).toMatchObject({ status: "succeeded", changed: 6_004, skipped: 0 });
  expect(await imagesOf(database.db, table)).toEqual(before);
}, 120_000);
