import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundleWorker } from "./bundle-worker";

const root = path.resolve(import.meta.dirname, "..");
const shiftedClock = fileURLToPath(new URL("./shifted-clock.js", import.meta.url));

export interface FaultyWorker {
  /** By which PostgreSQL knows its connections. */
  name: string;
  child: ChildProcess;
}

export interface Workers {
  named(name: string): FaultyWorker | null;
  /** Kills it, and starts another in its place. */
  kill(worker: FaultyWorker): Promise<void>;
  /** Workers that ended though nobody killed them. */
  deserters: string[];
  stop(): Promise<void>;
}

export interface WorkersOptions {
  address(application: string): string;
  count: number;
  /** Days by which their clocks are wrong, one after the other. */
  clockDays?: number[];
}

/** Keeps several workers going, each a process of its own. */
export async function startWorkers({ address, count, clockDays = [0] }: WorkersOptions): Promise<Workers> {
  const bundle = bundleWorker();
  const dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-faults-"));
  const workers = new Map<string, FaultyWorker>();
  const starting = new Set<Promise<void>>();
  let started = 0;
  let isStopping = false;
  const deserters: string[] = [];

  function start(): Promise<void> {
    const days = clockDays[started % clockDays.length] ?? 0;
    const name = `worker-${++started}`;
    const shifted = days === 0 ? [] : ["--import", shiftedClock];
    const child = spawn(process.execPath, [...shifted, bundle.file], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: address(name),
        PLUMBLINE_DATA_DIR: path.join(dataDir, name),
        PLUMBLINE_ENGINE_URL: undefined,
        PLUMBLINE_LOG_LEVEL: "warn",
        CLOCK_SHIFT_DAYS: String(days),
        NODE_ENV: "production",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const worker = { name, child };
    workers.set(name, worker);
    const ready = untilReady(worker).finally(() => starting.delete(ready));
    starting.add(ready);
    return ready;
  }

  async function untilReady({ name, child }: FaultyWorker): Promise<void> {
    let said = "";
    let wasReady = false;
    const isReady = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (text: Buffer) => {
          said = `${said}${text}`.slice(-4_000);
          if (!said.includes("The worker is ready.")) return;
          wasReady = true;
          resolve();
        });
    });
    const ended = once(child, "exit").then(([code]) => {
      workers.delete(name);
      if (isStopping || code === null) return;
      // While the server is down a worker that starts may say so and end. One that was ready has to wait for it.
      if (wasReady) deserters.push(`${name} ended by itself with ${code}: ${said.trim()}`);
      return sleep(300).then(start);
    });
    await Promise.race([isReady, ended]);
  }

  await Promise.all(Array.from({ length: count }, start));
  return {
    named: (name) => workers.get(name) ?? null,
    kill: async ({ name, child }) => {
      workers.delete(name);
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      void start();
      // One that can take over is always there, so that a kill does not wait for the start of a process.
      while (starting.size >= count) await Promise.race(starting);
    },
    deserters,
    stop: async () => {
      isStopping = true;
      await Promise.all(
        [...workers.values()].map(async ({ child }) => {
          const ended = once(child, "exit");
          child.kill("SIGKILL");
          await ended;
        }),
      );
      rmSync(dataDir, { recursive: true, force: true });
      bundle.remove();
    },
  };
}
