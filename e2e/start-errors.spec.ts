import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readRun } from "@/lib/embedded/run-file";
import { expect, test } from "./support";
import { environment } from "./support/environment";
import { productEnvironment } from "./support/product";
import { type Ended, runScript } from "./support/safety/command";
import { fullDisk, oldNode } from "./support/safety/pretend";
import { processesOf } from "./support/safety/processes";

const secret = "a-password-of-the-test";
let scratch: string;

test.beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "plumbline-start-"));
});

test.afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Starts in a directory that does not exist yet. */
async function start(env: Record<string, string>): Promise<Ended & { dataDir: string }> {
  const dataDir = path.join(scratch, `data-${readdirSync(scratch).length}-${Object.keys(env).join("-")}`);
  const ended = await runScript("start.js", [], { env: { ...productEnvironment(dataDir), PORT: "0", ...env } });
  return { ...ended, dataDir };
}

/** One sentence on standard error that says what to do, and nothing of a secret or of the program's own insides. */
function expectOneSentence({ code, stdout, stderr }: Ended, sentence: string | RegExp): void {
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(/^\S.*\.$/);
  expect(stderr.trim()).toMatch(sentence);
  expect(stdout + stderr).not.toContain(secret);
}

const engine = (change: (url: URL) => void) => () => {
  const url = new URL(environment.engineUrl.get());
  change(url);
  return { DATABASE_URL: url.href };
};

const unusable: { what: string; env: () => Record<string, string>; sentence: RegExp }[] = [
  {
    what: "a DATABASE_URL where nothing listens",
    env: () => ({ DATABASE_URL: `postgres://shop:${secret}@127.0.0.1:1/shop` }),
    sentence: /^Nothing answers at 127\.0\.0\.1:1: start that database, or correct DATABASE_URL\.$/,
  },
  {
    what: "a DATABASE_URL with a wrong password",
    env: engine((url) => {
      url.password = secret;
    }),
    sentence: /^127\.0\.0\.1:\d+ refuses the password of postgres: correct DATABASE_URL\.$/,
  },
  {
    what: "a DATABASE_URL whose database does not exist",
    env: engine((url) => {
      url.pathname = "/no%20such";
    }),
    sentence: /^There is no database no such at 127\.0\.0\.1:\d+: create it, or correct DATABASE_URL\.$/,
  },
  {
    what: "a DATABASE_URL that is no address",
    env: () => ({ DATABASE_URL: secret }),
    sentence: /^DATABASE_URL is not an address; it looks like postgres:.*\.$/,
  },
  {
    what: "a DATABASE_URL of another kind of database",
    env: () => ({ DATABASE_URL: `mysql://shop:${secret}@127.0.0.1/shop` }),
    sentence: /^DATABASE_URL must begin with postgres:.*\.$/,
  },
  {
    what: "half a Supabase configuration",
    env: () => ({ SUPABASE_URL: "https://shop.supabase.co", SUPABASE_SECRET_KEY: secret }),
    sentence: /SUPABASE_PUBLISHABLE_KEY.*DATABASE_URL/,
  },
  {
    what: "a port that is taken",
    env: () => ({ PORT: new URL(environment.baseUrl.get()).port }),
    sentence:
      /^Port \d+ on 127\.0\.0\.1 is taken by another program: stop that one, or choose another port, like PORT=\d+ npm start\.$/,
  },
  {
    what: "a Node.js that is too old",
    env: () => oldNode,
    sentence: /^Plumbline needs Node\.js 22\.12 or newer and this is v20\.19\.0: run "npm ci", then "npm start"/,
  },
];

for (const { what, env, sentence } of unusable) {
  test(`${what} ends the start with one sentence and leaves nothing behind`, async () => {
    const ended = await start(env());
    expectOneSentence(ended, sentence);
    expect(existsSync(ended.dataDir)).toBe(false);
    expect(processesOf(ended.dataDir)).toEqual([]);
  });
}

test("a disk without room ends the start with one sentence, and no database is begun", async () => {
  const ended = await start(fullDisk);
  expectOneSentence(
    ended,
    /^There is no room for the database in .*: 10 MB are free and 300 MB are needed\. Free some, or set PLUMBLINE_DATA_DIR to another disk\.$/,
  );
  expect(readRun(ended.dataDir)).toBeNull();
  expect(readdirSync(ended.dataDir).filter((name) => name.startsWith("postgres"))).toEqual([]);
  expect(processesOf(ended.dataDir)).toEqual([]);
});

test("a second start on the same data names the first, which goes on", async ({ request }) => {
  const dataDir = environment.dataDir.get();
  const env = { ...productEnvironment(dataDir), PORT: "0" };
  const ended = await runScript("start.js", [], { env });
  const { pid } = readRun(dataDir) ?? {};
  expectOneSentence(
    ended,
    `Plumbline is already running at ${environment.baseUrl.get()} (process ${pid}): use that one, or stop it first.`,
  );
  expect((await request.get("/api/health")).status()).toBe(200);
});
