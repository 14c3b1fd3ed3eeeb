import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createDemoDatabase, createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { callScan } from "./testing/call-scan";

const script = path.resolve(import.meta.dirname, "../../../scripts/plumbline.js");

describe("plumbline scan", () => {
  let clean: TestDatabase;
  let faulty: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    [clean, faulty] = [await createEmptyDatabase(), await createEmptyDatabase()];
    directory = mkdtempSync(path.join(tmpdir(), "plumbline-scan-"));
    for (const { pool } of [clean, faulty]) {
      await pool.query(`
        create table customers (id integer generated always as identity primary key, label text);
        create table bookings (
          id integer generated always as identity primary key,
          customer_id integer not null references customers
        );
        create index on bookings (customer_id);
        insert into customers (label) select 'c' || n from generate_series(1, 20) as n;
        insert into bookings (customer_id) select 1 + n % 20 from generate_series(1, 40) as n;
      `);
    }
    await faulty.pool.query(`
      alter table bookings drop constraint bookings_customer_id_fkey;
      insert into bookings (customer_id) values (901), (902);
    `);
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await Promise.all([clean.drop(), faulty.drop()]);
  });

  const start = (words: string[], env: Record<string, string> = {}) =>
    spawn(process.execPath, [script, ...words], {
      cwd: directory,
      // As bare as CI can be.
      env: {
        PATH: process.env.PATH,
        HOME: directory,
        NODE_ENV: "production",
        PLUMBLINE_DATA_DIR: path.join(directory, "data"),
        ...env,
      },
    });
  /** In a process of its own, as people call it. */
  const run = (words: string[], env?: Record<string, string>) => endOf(start(words, env));
  const call = (words: string[], env: Record<string, string> = {}) => callScan(words, { directory, env });
  const scan = (database: TestDatabase, ...words: string[]) => call(["--database-url", database.url, ...words]);

  it("ends with 0 where nothing fails, and says nothing of its progress in a pipe", async () => {
    const { code, out, err } = await run(["scan", "--database-url", clean.url]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\S+: 0 failing · 0 not checked · [0-9]+ passing \([0-9.]+ s\)\n$/);
  });

  it("ends with 1 where something fails, and writes it all as JSON", async () => {
    const { code, out } = await run(["scan", "--database-url", faulty.url, "--format", "json"]);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(["version", "database", "startedAt", "durationMs", "summary", "findings"]);
    expect(report).toMatchObject({ version: 1, summary: { notChecked: 0 } });
    expect(report.findings).toContainEqual({
      check: "orphan_rows",
      severity: "error",
      status: "failing",
      measured: "exact",
      count: 2,
      target: {
        schema: "public",
        table: "bookings",
        columns: ["customer_id"],
        name: "public.bookings (customer_id) → public.customers (id)",
      },
      message: "2 rows of bookings name a customer_id that is not in customers (id).",
      sample: [
        { id: "41", customer_id: "901" },
        { id: "42", customer_id: "902" },
      ],
      repair: "reassign-orphans",
    });
    const failing = report.findings.filter(({ status }: { status: string }) => status === "failing");
    expect(failing.map(({ check }: { check: string }) => check)).toEqual(["orphan_rows", "missing_foreign_key"]);
    expect(report.summary.failing).toBe(2);
  });

  it("ends with 1 on the documents' incidents, since all of them could be looked at", async () => {
    const demo = await createDemoDatabase();
    try {
      const { code, out } = await scan(demo, "--format", "json");
      expect({ code, ...JSON.parse(out).summary }).toMatchObject({ code: 1, notChecked: 0 });
    } finally {
      await demo.drop();
    }
  });

  it("takes DATABASE_URL, looks only at what was asked for, and fails only where it was told to", async () => {
    const env = { DATABASE_URL: faulty.url };
    const only = ["--format", "json", "--check", "orphan_rows", "--schema", "public"];
    const { code, out } = await call(only, env);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toMatchObject([{ check: "orphan_rows", status: "failing" }]);
    expect((await call([...only, "--fail-on", "none"], env)).code).toBe(0);
  });

  it("fails only for what is new since the baseline, or has grown", async () => {
    expect((await scan(faulty, "--format", "json", "--output", "known.json")).code).toBe(1);
    const known = await scan(faulty, "--baseline", "known.json");
    expect(known.code).toBe(0);
    expect(known.out).toContain("2 failing, 2 of them known");
    const baseline = JSON.parse(readFileSync(path.join(directory, "known.json"), "utf8"));
    for (const finding of baseline.findings) if (finding.check === "orphan_rows") finding.count = 1;
    writeFileSync(path.join(directory, "older.json"), JSON.stringify(baseline));
    expect((await scan(faulty, "--baseline", "older.json")).code).toBe(1);
  });

  it("writes nothing to the database", async () => {
    const before = await objects(faulty);
    await scan(faulty);
    expect(await objects(faulty)).toEqual(before);
    expect(before.map(({ schema }) => schema)).not.toContain("plumbline");
  });

  it("ends with 2 and the reason where a table may not be read", async () => {
    await faulty.pool.query(`
      create role scan_reader login password 'scan-reader';
      grant select on bookings to scan_reader;
    `);
    const url = new URL(faulty.url);
    url.username = "scan_reader";
    url.password = "scan-reader";
    try {
      const { code, out } = await call(["--database-url", url.href]);
      expect(code).toBe(2);
      expect(out).toContain(
        "not checked  unreadable_table  public.customers\n    Plumbline's database user may not read customers.",
      );
      await faulty.pool.query("alter table bookings add foreign key (customer_id) references customers not valid");
      const revoked = await call(["--database-url", url.href, "--format", "json", "--check", "orphan_rows"]);
      expect(revoked.code).toBe(2);
      expect(JSON.parse(revoked.out)).toMatchObject({
        summary: { failing: 0, passing: 0, notChecked: 1 },
        findings: [
          {
            status: "not_checked",
            measured: "none",
            count: null,
            message: "Plumbline's database user may not read customers.",
          },
        ],
      });
    } finally {
      await faulty.pool.query(`
        alter table bookings drop constraint bookings_customer_id_fkey;
        drop owned by scan_reader;
        drop role scan_reader;
      `);
    }
  });

  it("ends with 2 and the reason where somebody holds a lock or the time is not enough", async () => {
    const holder = await faulty.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("alter table bookings add foreign key (customer_id) references customers not valid");
      await holder.query("commit");
      await holder.query("begin");
      await holder.query("lock table bookings in access exclusive mode");
      const { code, out } = await scan(faulty, "--check", "orphan_rows");
      expect(code).toBe(2);
      expect(out).toContain("not checked  orphan_rows  public.bookings (customer_id) → public.customers (id)");
      expect(out).toContain("Somebody else holds a lock");
      const hurried = await call(["--database-url", faulty.url, "--check", "orphan_rows"], {
        SCAN_TABLE_TIMEOUT_MS: "5",
      });
      expect(hurried.code).toBe(2);
      expect(hurried.out).toMatch(/not checked {2}orphan_rows .*\n.*(took longer than|time)/);
    } finally {
      await holder.query("rollback");
      await holder.query("alter table bookings drop constraint bookings_customer_id_fkey");
      holder.release();
    }
  });

  it("ends with 2 where a reference that nothing declares cannot be looked at", async () => {
    const holder = await faulty.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("lock table bookings in access exclusive mode");
      const { code, out } = await scan(faulty);
      expect(code).toBe(2);
      expect(out).toMatch(
        /not checked {2}missing_foreign_key {2}public.bookings \(customer_id\) → public.customers \(id\)\n.*named like a reference/,
      );
    } finally {
      await holder.query("rollback");
      holder.release();
    }
  });

  it.each([
    [["--check", "no_such_check"], "There is no check no_such_check: `plumbline checks` lists them all."],
    [["--schema", "Nowhere"], "Plumbline sees no table in a schema Nowhere; of schemas with tables there are public."],
    [["--no-such-option"], "error: unknown option '--no-such-option'"],
    [
      ["--format", "xml"],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, junit, sarif.",
    ],
    [["--baseline", "absent.json"], "cannot be read: give the file that an earlier scan wrote."],
    [
      ["--output", "no/such/place.json"],
      "cannot be written: give --output a file in a directory that you may write to.",
    ],
  ])("ends with 2 and one sentence when called with %j", async (words, sentence) => {
    const { code, out, err } = await scan(clean, ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(sentence);
  });

  it("ends with 2 and one sentence where no database answers, without the password", async () => {
    const { code, err } = await call(["--database-url", "postgres://somebody:very-secret@127.0.0.1:1/shop"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "Nothing answers at 127.0.0.1:1: start that database, or correct --database-url.\n",
    });
    const malformed = await call(["--database-url", "not an address"]);
    expect(malformed.code).toBe(2);
    expect(malformed.err).toMatch(/^--database-url is not an address/);
    const other = await call(["--database-url", "mysql://somebody:very-secret@db/shop"]);
    expect({ code: other.code, err: other.err }).toEqual({
      code: 2,
      err: "--database-url must begin with postgres://, like postgres://user:password@host:5432/database.\n",
    });
  });

  it("never takes the demo for a database whose address is empty", async () => {
    expect(await call(["--database-url", ""])).toEqual({
      code: 2,
      out: "",
      err: "--database-url is empty: give the address of the database, or leave the option out.\n",
    });
    expect(await call([], { CI: "true", DATABASE_URL: "" })).toEqual({
      code: 2,
      out: "",
      err: "DATABASE_URL is empty or not set: in CI, where the variable CI is set, give the address of the database to scan.\n",
    });
  });

  it("ends with 2 on a command that does not exist and on a Node.js that is too old", async () => {
    const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.0.0" } })';
    const [unknown, { code, err }] = await Promise.all([
      run(["scam"]),
      run(["scan"], { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` }),
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("error: unknown command 'scam'");
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^Plumbline needs Node.js 22.12 or newer/) });
  });

  it.runIf(existsSync("/dev/full"))("ends with 2 and one sentence where the output cannot be written", async () => {
    const full = openSync("/dev/full", "w");
    const calls = [["checks"], ["scan", "--database-url", clean.url]];
    const ends = calls.map((words) =>
      endOf(spawn(process.execPath, [script, ...words], { stdio: ["ignore", full, "pipe"] })),
    );
    for (const { code, err } of await Promise.all(ends)) {
      expect({ code, err }).toEqual({
        code: 2,
        err: "The output cannot be written. The disk is full: free some of it, then do the same again.\n",
      });
    }
    closeSync(full);
  });

  describe("says of a view in JSON that it was not checked, ends with 2, and checks the rest", () => {
    /** The view as it was reported; `meanwhile` happens while it is read. */
    const reported = async (env: Record<string, string>, meanwhile?: (pid: number) => Promise<unknown>) => {
      const ended = call(["--database-url", clean.url, "--format", "json"], env);
      if (meanwhile) await meanwhile(await reading());
      const { code, out } = await ended;
      const { findings, summary } = JSON.parse(out);
      expect({ code, ...summary }).toMatchObject({ code: 2, failing: 0, notChecked: 1 });
      expect(summary.passing).toBeGreaterThan(5);
      return findings.find(({ status }: { status: string }) => status === "not_checked");
    };
    const reading = () =>
      vi.waitFor(
        async () => {
          const { rows } = await clean.pool.query(
            "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ilike '%broken%' and state = 'active'",
          );
          expect(rows).toHaveLength(1);
          return rows[0].pid;
        },
        { timeout: 20_000, interval: 20 },
      );
    afterEach(() => clean.pool.query("drop view broken"));

    it("when it is broken", async () => {
      await clean.pool.query(`
        create table lost (id integer);
        create function from_lost() returns integer language plpgsql stable as 'begin return (select id from lost); end';
        create view broken as select from_lost() as id;
        drop table lost;
      `);
      expect(await reported({})).toMatchObject({
        check: "unreadable_view",
        measured: "none",
        count: null,
        target: { table: "broken" },
        message: 'Reading the view fails: relation "lost" does not exist (42P01).',
      });
    });

    it("when its time is up", async () => {
      await clean.pool.query("create view broken as select 1 as id from pg_sleep(60)");
      expect(await reported({ SCAN_TABLE_TIMEOUT_MS: "300" })).toMatchObject({
        check: "unreadable_view",
        count: null,
        message: "Reading the view took longer than it may (0.3 s) and was stopped.",
      });
    });

    it("when the connection is dropped", async () => {
      await clean.pool.query("create view broken as select 1 as id from pg_sleep(60)");
      const drop = (pid: number) => clean.pool.query("select pg_terminate_backend($1)", [pid]);
      expect(await reported({}, drop)).toMatchObject({
        check: "unreadable_view",
        count: null,
        message: "The connection to the database was lost while this table was read.",
      });
    });
  });

  it("ends with 2 when it is interrupted, and leaves no statement behind", async () => {
    await clean.pool.query("create view slow as select 1 as id from pg_sleep(60)");
    const child = start(["scan", "--database-url", clean.url]);
    const end = endOf(child);
    const running = async () => {
      const { rows } = await clean.pool.query(
        "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ilike '%slow%' and state = 'active'",
      );
      return rows.length > 0;
    };
    await vi.waitUntil(running, { timeout: 20_000, interval: 50 });
    child.kill("SIGINT");
    expect(await end).toEqual({ code: 2, out: "", err: "The scan was stopped before it was done.\n" });
    await vi.waitUntil(async () => !(await running()), { timeout: 5_000, interval: 50 });
    await clean.pool.query("drop view slow");
  });
});

async function endOf(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text) => (said.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text) => (said.err += text));
  const [code] = await once(child, "close");
  return { code, ...said };
}

async function objects({ pool }: TestDatabase) {
  const { rows } = await pool.query(`
    select n.nspname as schema, c.relname as name, c.relfilenode as file, (select sum(customer_id) from bookings) as sum
    from pg_namespace as n
    left join pg_class as c on c.relnamespace = n.oid and n.nspname = 'public'
    order by 1, 2
  `);
  return rows;
}
