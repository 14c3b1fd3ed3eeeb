import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseAddress } from "@/lib/embedded/address";
import { choosePlace } from "@/lib/embedded/place";
import { isAlive } from "@/lib/embedded/process-identity";
import { readRun } from "@/lib/embedded/run-file";
import { ensureSecrets } from "@/lib/embedded/secrets";
import { postgresUser } from "@/lib/embedded/system-user";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { callStart } from "./testing/call-start";

const root = path.resolve(import.meta.dirname, "..");
// With a build to make and the cores shared, as in the whole suite.
const startMs = 240_000;
let dataDir: string;

beforeAll(async () => {
  dataDir = await makeDataDirectory();
});

afterAll(() => removeDataDirectory(dataDir));

const blank = { DATABASE_URL: "", SUPABASE_URL: "", SUPABASE_PUBLISHABLE_KEY: "", SUPABASE_SECRET_KEY: "" };

function launch(env: Record<string, string> = {}, script = "scripts/start.js", words: string[] = []) {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      ...blank,
      PORT: "0",
      HOST: "",
      PLUMBLINE_DATA_DIR: dataDir,
      ...env,
    },
  });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said.text += text));
  return { child, said };
}

async function endOf(launched: ReturnType<typeof launch>): Promise<{ code: number | null; text: string }> {
  const [code] = await once(launched.child, "close");
  return { code, text: launched.said.text };
}

async function startServer(): Promise<{ child: ChildProcess; address: string; text: () => string }> {
  const { child, said } = launch();
  while (!said.text.includes("Ctrl-C stops everything")) {
    if (child.exitCode !== null) throw new Error(said.text);
    await sleep(50);
  }
  return { child, address: readRun(dataDir)?.address ?? "", text: () => said.text };
}

async function query(text: string): Promise<unknown[]> {
  const port = readRun(dataDir)?.postgresPort ?? 0;
  const password = ensureSecrets(dataDir).postgresPassword;
  const client = new pg.Client({ connectionString: databaseAddress({ port, password, database: "plumbline" }) });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

function postgresPid(): number {
  const { directory } = choosePlace(dataDir, postgresUser());
  return Number.parseInt(readFileSync(path.join(directory, "postgres", "postmaster.pid"), "utf8"), 10);
}

const health = async (address: string) => (await fetch(`${address}/api/health`)).json();

it("an unusable DATABASE_URL ends the process with one sentence, without the password", async () => {
  const { code, text } = await endOf(launch({ DATABASE_URL: "postgres://u:hunter2@127.0.0.1:1/x" }));
  expect(code).toBe(1);
  expect(text).toMatch(/Nothing answers at 127\.0\.0\.1:1/);
  expect(text).not.toMatch(/hunter2|\n\s+at /);
});

it.each([
  ["half a Supabase configuration", { SUPABASE_URL: "https://a.supabase.co" }, /half done, missing is/],
  ["a port that is none", { PORT: "many" }, /PORT must be a whole number/],
  ["a host that is not here", { HOST: "192.0.2.1" }, /HOST=192\.0\.2\.1 is no address of this machine/],
])("%s ends it with one sentence", async (_name, env, sentence) => {
  const { code, text } = await callStart({ ...blank, PORT: "0", HOST: "", PLUMBLINE_DATA_DIR: dataDir, ...env });
  expect(code).toBe(1);
  expect(text).toMatch(sentence);
  expect(text).not.toMatch(/\n\s+at /);
});

it("a port that is taken ends it before anything is booted", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const { code, text } = await callStart({ ...blank, PORT: `${port}`, HOST: "", PLUMBLINE_DATA_DIR: dataDir });
  other.close();
  expect(code).toBe(1);
  expect(text).toContain(`Port ${port} on 127.0.0.1 is taken by another program`);
  expect(text).not.toContain("PostgreSQL");
});

it(
  "serves, names itself to a second start, keeps what was committed when everything is killed, and leaves no process when it stops",
  async () => {
    const first = await startServer();
    expect(first.text()).toContain(`Ready at ${first.address}`);
    expect(first.text()).toMatch(/admin@plumbline\.test +admin/);
    expect(await health(first.address)).toMatchObject({ status: "ok" });
    expect((await fetch(`${first.address}/api/overview`)).status).toBe(401);

    const other = await endOf(launch());
    expect(other.code).toBe(1);
    expect(other.text).toContain(`Plumbline is already running at ${first.address} (process ${first.child.pid})`);

    await query("create table public.kept as select 42 as answer");
    const killed = postgresPid();
    first.child.kill("SIGKILL");
    process.kill(killed, "SIGKILL");
    await once(first.child, "close");
    const second = await startServer();
    expect(await query("table public.kept")).toEqual([{ answer: 42 }]);
    expect(await health(second.address)).toMatchObject({ status: "ok" });

    const reset = await endOf(launch({}, "scripts/plumbline.js", ["demo", "reset"]));
    expect(reset.text).toContain("The demo is back as it was found");
    expect(await query("select to_regclass('public.kept') as kept")).toEqual([{ kept: null }]);
    expect(await health(second.address)).toMatchObject({ status: "ok" });

    const pid = postgresPid();
    second.child.kill("SIGTERM");
    const [code] = await once(second.child, "close");
    expect(code).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(readRun(dataDir)).toBeNull();
  },
  startMs,
);
