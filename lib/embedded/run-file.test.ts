import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startMark } from "./process-identity";
import { claimRun, readRun, refuseSecond, releaseRun, updateRun } from "./run-file";

let dataDir: string;
const file = () => path.join(dataDir, "run.json");

function leave(run: object): void {
  writeFileSync(file(), JSON.stringify({ startMark: null, role: "server", address: null, postgresPort: 5, ...run }));
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-run-"));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

it("belongs to one process at a time, and names it to the second one", () => {
  claimRun(dataDir, "server");
  updateRun(dataDir, { address: "http://127.0.0.1:3000" });
  const sentence = `Plumbline is already running at http://127.0.0.1:3000 (process ${process.pid})`;
  expect(() => claimRun(dataDir, "command")).toThrow(sentence);
  expect(() => refuseSecond(dataDir)).toThrow(sentence);
});

it("is free again after its release", () => {
  claimRun(dataDir, "server");
  releaseRun(dataDir);
  expect(readRun(dataDir)).toBeNull();
  claimRun(dataDir, "command");
  expect(readRun(dataDir)).toMatchObject({ role: "command", postgresPort: null });
});

it("is taken over from a process that was killed", async () => {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"]);
  await once(child, "spawn");
  leave({ pid: child.pid, startMark: startMark(child.pid ?? 0) });
  expect(readRun(dataDir)).not.toBeNull();
  child.kill("SIGKILL");
  await once(child, "close");
  claimRun(dataDir, "server");
  expect(readRun(dataDir)?.pid).toBe(process.pid);
});

it("does not take a stranger who was given the same pid for the owner", () => {
  leave({ pid: process.pid, startMark: "long ago" });
  expect(readRun(dataDir)).toBeNull();
});

it("is not released by somebody who does not have it", () => {
  leave({ pid: process.ppid, startMark: startMark(process.ppid) });
  releaseRun(dataDir);
  expect(JSON.parse(readFileSync(file(), "utf8")).pid).toBe(process.ppid);
});
