import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { gatedNotes, notes as orphans } from "@/lib/runs/testing/gated-notes";
import { repairer } from "@/lib/runs/testing/repairer";
import { getScan } from "@/lib/scans/get-scan";
import { startScan } from "@/lib/scans/start-scan";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";

let database: TestDatabase;
let empty: TestDatabase;
const dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-worker-"));
const children: ChildProcess[] = [];

/** The real command, on a given database. */
function worker(url: string) {
  const env = { ...process.env, DATABASE_URL: url, PLUMBLINE_DATA_DIR: dataDir, PLUMBLINE_ENGINE_URL: undefined };
  const child = spawn("node", ["scripts/worker.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const said = (text: string) => vi.waitUntil(() => output.includes(text), { timeout: 30_000, interval: 50 });
  return { child, said };
}

beforeAll(async () => {
  database = await createTestDatabase();
  empty = await createEmptyDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
  await database.drop();
  await empty.drop();
});

it("runs scans without a web process, and stops in order", async () => {
  const { child, said } = worker(database.url);
  await said("The worker is ready.");
  const operator = contextAs("operator", database);
  const { id } = await startScan(operator);
  await vi.waitFor(async () => expect(await getScan(operator, id)).toMatchObject({ status: "succeeded" }), {
    timeout: 20_000,
    interval: 50,
  });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect((await database.pool.query("select from plumbline.workers")).rowCount).toBe(0);
});

it("carries out runs without a web process, and leaves the rest to the next where it is stopped", async () => {
  const notes = await gatedNotes(database, 1_200);
  const operator = repairer(database);
  const plan = await operator.preview(orphans, "delete-orphans");
  await notes.close();
  const first = worker(database.url);
  const runId = await operator.queue(plan);
  await notes.waiting();
  first.child.kill("SIGTERM");
  await first.said("Stopping");
  await notes.open();
  expect(await once(first.child, "exit")).toEqual([0, null]);
  expect(await operator.until(runId, "queued")).toMatchObject({ changed: 1_000, batches: 1 });
  const second = worker(database.url);
  expect(await operator.until(runId, "succeeded")).toMatchObject({ changed: 1_204, batches: 2 });
  notes.keeper.release(true);
  second.child.kill("SIGTERM");
  await once(second.child, "exit");
});

it("says what to do where the database is not prepared, and makes nothing", async () => {
  const { child, said } = worker(empty.url);
  await said("run `npm run -s plumbline -- migrate` first");
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(1);
  const made = await empty.pool.query("select from pg_namespace where nspname like 'plumbline%' or nspname = 'auth'");
  expect(made.rowCount).toBe(0);
});
