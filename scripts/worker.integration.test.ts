import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
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

it("says what to do where the database is not prepared, and makes nothing", async () => {
  const { child, said } = worker(empty.url);
  await said("run `npm run -s plumbline -- migrate` first");
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(1);
  const made = await empty.pool.query("select from pg_namespace where nspname like 'plumbline%' or nspname = 'auth'");
  expect(made.rowCount).toBe(0);
});
