import { spawn } from "node:child_process";
import path from "node:path";
import getPort from "get-port";
import { databaseName } from "@/lib/demo/demo-database";
import { databaseAddress } from "@/lib/embedded/address";
import { readRun } from "@/lib/embedded/run-file";
import { ensureSecrets } from "@/lib/embedded/secrets";
import { environment } from "../environment";
import { productEnvironment } from "../product";
import { until } from "./until";

const root = path.resolve(import.meta.dirname, "../../..");

/** A Plumbline beside the one that the specs share, to be killed and started again. It finds the build made. */
export interface OwnProduct {
  pid: number;
  port: number;
  baseUrl: string;
  /** All that it has printed so far. */
  said(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(signal: NodeJS.Signals): void;
}

interface OwnOptions {
  dataDir: string;
  /** That of an earlier start; a free one where absent. */
  port?: number;
  env?: Record<string, string>;
  /** What a person types, when that is not the script itself. */
  command?: [string, ...string[]];
}

/** Starts it as the leader of a process group, like a shell does, and waits until it is ready. */
export async function startOwn(options: OwnOptions): Promise<OwnProduct> {
  const product = await launchOwn(options);
  await untilSaid(product, /Ready at/);
  return product;
}

export async function launchOwn({ dataDir, port: given, env, command }: OwnOptions): Promise<OwnProduct> {
  const port = given ?? (await getPort({ host: "127.0.0.1" }));
  const [program, ...words] = command ?? [process.execPath, "scripts/start.js"];
  const child = spawn(program, words, {
    cwd: root,
    env: { ...productEnvironment(dataDir, port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended: OwnProduct["ended"] = new Promise((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const pid = child.pid ?? 0;
  return {
    pid,
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    said: () => said,
    ended,
    signal: (signal) => process.kill(-pid, signal),
  };
}

export async function untilSaid({ said, ended }: OwnProduct, words: RegExp): Promise<void> {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  await until(() => {
    if (hasEnded && !words.test(said())) throw new Error(`It ended and never said ${words}:\n${said()}`);
    return words.test(said());
  }, 90_000);
}

/** Lets what follows (`signInAs`, `withEngine`, …) work on this one; returns the way back. */
export function pointTo({ baseUrl }: OwnProduct, dataDir: string, engineUrl = engineUrlOf(dataDir)): () => void {
  const { baseUrl: base, engineUrl: engine, dataDir: data } = environment;
  const before = [base.get(), engine.get(), data.get()] as const;
  const point = (values: readonly [string, string, string]) => {
    base.set(values[0]);
    engine.set(values[1]);
    data.set(values[2]);
  };
  point([baseUrl, engineUrl, dataDir]);
  return () => point(before);
}

function engineUrlOf(dataDir: string): string {
  const port = readRun(dataDir)?.postgresPort;
  if (!port) throw new Error("Its run file does not name the port of its PostgreSQL.");
  return databaseAddress({ port, password: ensureSecrets(dataDir).postgresPassword, database: databaseName });
}
