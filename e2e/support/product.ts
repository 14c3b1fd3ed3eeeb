import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { databaseName } from "@/lib/demo/demo-database";
import { databaseAddress } from "@/lib/embedded/address";
import { readRun } from "@/lib/embedded/run-file";
import { ensureSecrets } from "@/lib/embedded/secrets";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { demoPassword } from "./operators";

const root = path.resolve(import.meta.dirname, "../..");

/** From an empty directory, with a build. */
const readyWithinMs = 240_000;

export interface Product {
  baseUrl: string;
  engineUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** Starts Plumbline as `npm start` does: a build, a PostgreSQL and a demo database of its own. */
export async function startProduct(): Promise<Product> {
  const dataDir = await makeDataDirectory();
  const port = await getPort({ host: "127.0.0.1" });
  const baseUrl = `http://127.0.0.1:${port}`;
  const logFile = path.join(root, "test-results", `server-${port}.log`);
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, ["scripts/start.js"], {
    cwd: root,
    env: productEnvironment(dataDir, port),
    stdio: ["ignore", log, log],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    await stopChild(child, ended);
    await removeDataDirectory(dataDir);
  };
  try {
    await untilReady(child, baseUrl);
    return { baseUrl, engineUrl: engineUrlOf(dataDir), dataDir, stop };
  } catch (error) {
    await stop();
    throw new Error(`Plumbline did not start:\n${readFileSync(logFile, "utf8").slice(-4000)}`, { cause: error });
  }
}

/** Only what a person's terminal would have, so that no configuration of this machine leaks in. */
export function productEnvironment(dataDir: string, port?: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    PLUMBLINE_DATA_DIR: dataDir,
    PLUMBLINE_DEMO_PASSWORD: demoPassword,
    HOST: "127.0.0.1",
    ...(port ? { PORT: String(port) } : {}),
    // Set and blank: a developer's .env does not point the tests at a real database.
    DATABASE_URL: "",
    SUPABASE_URL: "",
    SUPABASE_PUBLISHABLE_KEY: "",
    SUPABASE_SECRET_KEY: "",
  };
}

async function untilReady(child: ChildProcess, baseUrl: string): Promise<void> {
  const end = Date.now() + readyWithinMs;
  while (child.exitCode === null && child.signalCode === null) {
    if (await isReady(baseUrl)) return;
    if (Date.now() > end) throw new Error(`It was not ready within ${readyWithinMs / 1000} s.`);
    await sleep(100);
  }
  throw new Error(`It ended with ${child.exitCode ?? child.signalCode}.`);
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/api/health`)).ok;
  } catch {
    // Nothing listens yet.
    return false;
  }
}

function engineUrlOf(dataDir: string): string {
  const port = readRun(dataDir)?.postgresPort;
  if (!port) throw new Error("Its run file does not name the port of its PostgreSQL.");
  return databaseAddress({ port, password: ensureSecrets(dataDir).postgresPassword, database: databaseName });
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  const isStopped = await Promise.race([ended.then(() => true), sleep(20_000, false, { ref: false })]);
  if (isStopped) return;
  child.kill("SIGKILL");
  await ended;
  throw new Error("Plumbline did not stop within 20 s of SIGTERM.");
}
