import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { auditCounts, imagesOf, repairer } from "./testing/repairer";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is no schema to repair");
const { target } = plain;
const faulty = { check: "orphan_rows", target } as const;
const gate = 4711;
const runPlan = fileURLToPath(new URL("./testing/run-plan.ts", import.meta.url));

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let keeper: pg.PoolClient;
const children: ChildProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  await plain.create(database.db);
  // Whoever changes a note waits at the gate: its before-images are written by then, and nothing is committed.
  await sql`create function wait_at_gate() returns trigger language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(4711); return new; end'`.execute(database.db);
  await sql`create trigger gate before update on notes for each row execute function wait_at_gate()`.execute(
    database.db,
  );
  keeper = await database.pool.connect();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  keeper.release(true);
  await database.drop();
});

const close = () => keeper.query(`select pg_advisory_lock(${gate})`);
const open = () => keeper.query(`select pg_advisory_unlock(${gate})`);

/** The backend that stands at the gate, in the middle of the change. */
function backendAtGate(): Promise<number> {
  return vi.waitFor(
    async () => {
      const { rows } = await keeper.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and query like '%update \"public\".\"notes\"%'",
      );
      expect(rows).toHaveLength(1);
      return rows[0]?.pid ?? 0;
    },
    { timeout: 15_000, interval: 10 },
  );
}

/** Starts the run in a process of its own. */
async function runElsewhere(planId: string): Promise<{ child: ChildProcess; runId: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", runPlan, database.url, planId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  if (!child.stdout) throw new Error("The process says nothing");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, runId: line.toString().trim() };
}

async function expectNothingDone(runId: string, before: string[]): Promise<void> {
  expect(await imagesOf(database.db, target.table)).toEqual(before);
  expect(await auditCounts(database.db, runId)).toEqual({});
  const kept = await sql`select from plumbline.quarantine`.execute(database.db);
  expect(kept.rows).toEqual([]);
  const touched = await sql`select from plumbline.run_items where result is not null`.execute(database.db);
  expect(touched.rows).toEqual([]);
}

test("a backend that is ended in the middle leaves nothing, and the run does not say otherwise", async () => {
  const before = await imagesOf(database.db, target.table);
  await close();
  const runId = await operator.start(await operator.preview(faulty, "set-null"));
  const pid = await backendAtGate();
  await keeper.query("select pg_terminate_backend($1)", [pid]);
  const run = await operator.settled(runId);
  // Whoever sees it first says so: the executor that lost its connection, or a reader who finds nobody executing it.
  expect(["failed", "interrupted"]).toContain(run.status);
  expect(run.changed).toBe(0);
  await expectNothingDone(runId, before);
  await open();
  expect(await operator.repair(faulty, "set-null")).toMatchObject({ status: "succeeded", changed: 4 });
});

test("a server that is killed in the middle leaves nothing, and the run is found interrupted", async () => {
  const before = await imagesOf(database.db, target.table);
  const plan = await operator.preview(faulty, "set-null");
  await close();
  const { child, runId } = await runElsewhere(plan.id);
  await backendAtGate();
  child.kill("SIGKILL");
  await once(child, "exit");
  const run = await operator.settled(runId);
  expect(run.status).toBe("interrupted");
  expect(run.error).toContain("The step that was under way changed nothing. No step was done.");
  await expectNothingDone(runId, before);
  await open();
  expect(await operator.repair(faulty, "set-null")).toMatchObject({ status: "succeeded", changed: 4 });
}, 60_000);

test("a run that another process executes is alive for as long as that process is", async () => {
  const plan = await operator.preview(faulty, "set-null");
  await close();
  const { runId } = await runElsewhere(plan.id);
  await backendAtGate();
  await operator
    .preview(faulty, "delete-orphans")
    .then((other) => expect(operator.start(other)).rejects.toThrow("One run per table"));
  await open();
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
}, 60_000);

test("a server that is killed at any moment leaves the repair wholly done or wholly not", async () => {
  for (const afterMs of [0, 4, 8, 16, 32, 64]) {
    const plan = await operator.preview(faulty, "set-null");
    const { child, runId } = await runElsewhere(plan.id);
    await sleep(afterMs);
    child.kill("SIGKILL");
    await once(child, "exit");
    const run = await operator.settled(runId);
    const { rows } = await sql`select from plumbline.quarantine where run_id = ${runId}`.execute(database.db);
    const changed = run.status === "succeeded" ? 4 : 0;
    expect(run.changed).toBe(changed);
    expect(rows).toHaveLength(changed);
    expect(await auditCounts(database.db, runId)).toEqual(changed === 0 ? {} : { REFERENCE_CLEARED: 4 });
    if (changed > 0) await operator.undo(runId);
  }
}, 120_000);
