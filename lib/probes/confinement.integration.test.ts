import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { serverVersion } from "@/lib/testing/server-version";
import { confineSuperuser } from "./confined";
import { runScenario } from "./run-scenario";
import { contentsOf } from "./testing/contents";
import type { Expected, ProbeStatement } from "./types";

const role = "plumbline_test_writer";
const accepted: Expected = { kind: "accepted", rows: null };
const write = "insert into all_leads (name) values ('left behind')";
const say = (sql: string, more: Partial<ProbeStatement> = {}): ProbeStatement => ({
  title: sql,
  sql,
  role: null,
  expected: accepted,
  ...more,
});

describe("a probe can never commit", () => {
  let demo: TestDatabase;
  let before: string;
  beforeAll(async () => {
    demo = await createDemoDatabase();
    await demo.pool.query(`
      do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$;
      grant select, insert, update, delete on all tables in schema public to ${role};
      create procedure sly() language plpgsql as 'begin ${write.replaceAll("'", "''")}; commit; end';
      create function calls_sly() returns void language plpgsql as 'begin call sly(); end';
      create table latecomers (id integer primary key, of integer references latecomers deferrable initially deferred);
    `);
    before = await contentsOf(demo);
  });
  afterAll(async () => {
    await demo.pool.query(`drop owned by ${role}`);
    await demo.drop();
  });

  /** In every way that the statements of a probe are run. */
  const run = async (statements: ProbeStatement[], confined: boolean, limitMs?: number) =>
    runScenario(demo.pool, statements, confined ? { limitMs, prepare: confineSuperuser } : { limitMs });

  it.each([
    [
      "the end of the transaction",
      ["commit", "end", "rollback", "abort", "prepare transaction 'x'", "commit and chain"],
    ],
    ["another transaction", ["begin", "start transaction", "savepoint a", "rollback to savepoint plumbline_step"]],
    ["our savepoint let go", ["release savepoint plumbline_step"]],
    ["several statements in one text", [`${write}; commit`, "select 1; commit; select 2", "select 1;;commit"]],
    ["an end of our own command", ["select 1) ; commit --", "*/ commit /*", "select 1 \\; commit"]],
    ["procedures and blocks", ["call sly()", "do 'begin call sly(); end'", "do $$ begin commit; end $$"]],
    [
      "what needs no transaction",
      ["vacuum all_leads", "create index concurrently on all_leads (name)", "alter system set work_mem = '1MB'"],
    ],
    ["what changes the schema", ["create table t ()", "drop table orders", "truncate orders", "lock table orders"]],
    [
      "what reaches out of the database",
      ["copy orders to program 'touch /tmp/x'", "copy orders to stdout", "notify somebody", "listen somebody"],
    ],
    [
      "settings of the session",
      ["set search_path to nowhere", "reset all", "discard all", "set role postgres", "deallocate all"],
    ],
    [
      "statements within statements",
      [
        "prepare x as select 1",
        "execute plumbline_probe",
        "explain analyze insert into all_leads default values",
        "declare c cursor for select 1",
      ],
    ],
  ])("takes no command for %s", async (_what, texts) => {
    for (const confined of [false, true]) {
      const { statements } = await run(
        texts.map((text) => say(text)),
        confined,
      );
      for (const { title, sqlstate } of statements) expect([title, sqlstate]).toEqual([title, "42601"]);
    }
  });

  it("a function that commits is refused, and the rest of the probe goes on", async () => {
    const { statements } = await run([say("select calls_sly()"), say(write)], false);
    expect(statements.map(({ sqlstate, status }) => [sqlstate, status])).toEqual([
      ["2D000", "unexpected"],
      [null, "as_expected"],
    ]);
  });

  it("what waits for the end of the transaction is asked at once", async () => {
    const late = say("insert into latecomers values (1, 2)", { expected: { kind: "refused", sqlstate: "23503" } });
    expect(await run([late], false)).toMatchObject({ status: "green" });
  });

  it("nothing that a statement sets, locks, makes or says for its session is there afterwards", async () => {
    const listener = await demo.pool.connect();
    const heard = vi.fn();
    listener.on("notification", heard);
    await listener.query("listen somebody");
    const { status } = await run(
      [
        // PostgreSQL 14 does not even prepare it.
        ...((await serverVersion()) < 150_000 ? [] : [say("select 'left behind' as what into left_behind")]),
        say("select pg_advisory_lock(4711)"),
        say("select set_config('search_path', 'nowhere', false)"),
        say("select pg_notify('somebody', 'something')"),
        say("select lo_from_bytea(0, 'left behind')"),
        say("select pg_catalog.set_config('session_replication_role', 'replica', false)"),
      ],
      false,
    );
    expect(status).toBe("green");
    await listener.query("select 1");
    expect(heard).not.toHaveBeenCalled();
    // A connection that is thrown away may take a moment to end.
    await vi.waitFor(
      async () => {
        const { rows } = await listener.query(
          "select pg_try_advisory_lock(4711) as free, current_setting('search_path') <> 'nowhere' as kept",
        );
        expect(rows).toEqual([{ free: true, kept: true }]);
      },
      { timeout: 10_000 },
    );
    listener.release(true);
  });

  it("SQL of others has no rights of a superuser, and cannot take them back", async () => {
    const denied: Expected = { kind: "refused", sqlstate: "42501" };
    const { statements, status } = await run(
      [
        "select pg_read_file('/etc/passwd')",
        "select pg_ls_dir('/')",
        "select lo_import('/etc/passwd')",
        "select lo_export(1, '/tmp/left-behind')",
        "select set_config('role', 'none', true)",
        "select set_config('role', 'postgres', false)",
        "select set_config('session_authorization', session_user, false)",
        "select set_config('session_replication_role', 'replica', true)",
        "select pg_reload_conf()",
        "update pg_authid set rolsuper = true",
        "update pg_proc set prosecdef = true",
        "select pg_create_physical_replication_slot('left_behind', true)",
      ].map((text) => say(text, { expected: denied })),
      true,
    );
    expect(
      statements.filter((one) => one.status !== "as_expected").map(({ title, actual }) => [title, actual]),
    ).toEqual([]);
    expect(status).toBe("green");
  });

  it("a confined statement returns its rows and their number", async () => {
    const rows = [{ n: "1", is_it: "true", nothing: null }];
    const { status, message } = await run(
      [
        say("select 1 as n, true as is_it, null as nothing;", { expected: { kind: "returns", rows } }),
        say("insert into all_leads (name) values ('a'), ('b')", { expected: { kind: "accepted", rows: 2 } }),
      ],
      true,
    );
    expect([status, message]).toEqual(["green", expect.any(String)]);
  });

  it("what takes too long is stopped, whatever it sets before", async () => {
    const { statements, status, durationMs } = await run(
      [say("select set_config('statement_timeout', '0', true)"), say("select pg_sleep(60)"), say("select 1")],
      false,
      1_000,
    );
    expect([status, statements[1]?.sqlstate, statements[2]?.status]).toEqual(["not_checked", "57014", "not_run"]);
    expect(durationMs).toBeLessThan(30_000);
  });

  it("runs in the role that it says, under its rights and policies", async () => {
    await demo.pool.query("alter table orders enable row level security");
    const asRole = { role, expected: { kind: "returns", rows: [{ n: "0" }] } } satisfies Partial<ProbeStatement>;
    const { status, message } = await run(
      [
        say("select count(*)::text as n from orders", asRole),
        say("select count(*)::text as n from orders where order_number = 'TB-100001'", {
          expected: { kind: "returns", rows: [{ n: "1" }] },
        }),
        say("insert into orders (user_id, order_number, total) values (gen_random_uuid(), 'p', 1)", {
          role,
          expected: { kind: "refused", sqlstate: "42501" },
        }),
      ],
      false,
    );
    expect([status, message]).toEqual(["green", expect.any(String)]);
    await demo.pool.query("alter table orders disable row level security");
  });

  it("leaves nothing of all this, nor of a process that is killed at any of its statements", async () => {
    const stopped = 9;
    const script = path.resolve(import.meta.dirname, "testing/stalled-probe.ts");
    const child = spawn("node", ["--import", "tsx", script, demo.url, String(stopped)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const open = async () => {
      const { rows } = await demo.pool.query<{ n: number }>(
        "select count(*)::integer as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      return rows[0]?.n;
    };
    expect(await open()).toBe(stopped);
    child.kill("SIGKILL");
    await once(child, "exit");
    await vi.waitUntil(async () => (await open()) === 0, { timeout: 10_000, interval: 20 });
    expect(await contentsOf(demo)).toBe(before);
  }, 30_000);
});
