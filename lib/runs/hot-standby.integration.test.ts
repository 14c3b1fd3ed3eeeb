import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Expectation } from "@/lib/checks/define";
import { parseConfig, setConfig } from "@/lib/config";
import { createEngine, type Engine } from "@/lib/db";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { customTarget, found, scanOf } from "@/lib/scans/testing/scan-of";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { bootReplicated, type Replicated } from "@/lib/testing/replicated";
import { serverVersion } from "@/lib/testing/server-version";
import { gatedNotes, notes } from "./testing/gated-notes";
import { repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const extra = vi.hoisted(() => ({ expectations: [] as Expectation[] }));
vi.mock("@/lib/scans/read-expected", async (load) => {
  const { readExpected } = await load<typeof import("@/lib/scans/read-expected")>();
  return {
    readExpected: async (...engine: Parameters<typeof readExpected>) => {
      const { catalog, expectations } = await readExpected(...engine);
      return { catalog, expectations: [...extra.expectations, ...expectations] };
    },
  };
});

// Before PostgreSQL 15 it cannot be told that nothing was written.
const unchanged = (await serverVersion()) < 150_000 ? "exact" : "unchanged";

let servers: Replicated;
let database: TestDatabase;
let replica: Engine;
let operator: ReturnType<typeof repairer>;
const run = (text: string) => database.pool.query(text);
const orphan = (id: number) =>
  run(
    `set session_replication_role = replica; insert into visits values (${id}, ${id}); reset session_replication_role`,
  );

beforeAll(async () => {
  servers = await bootReplicated();
  vi.stubEnv("PLUMBLINE_TEST_URL", servers.primaryUrl);
  database = await createTestDatabase();
  operator = repairer(database);
  const url = servers.replicaUrl(new URL(database.url).pathname.slice(1));
  await vi.waitFor(
    async () => {
      replica = createEngine(url, { maxConnections: 2, onIdleError: () => undefined });
      await replica.pool.query("table plumbline.scans");
    },
    { timeout: 20_000, interval: 100 },
  );
  setConfig({ ...parseConfig({}, "/nowhere"), replicaUrl: url });
});

afterAll(async () => {
  setConfig({ ...parseConfig({}, "/nowhere"), replicaUrl: null });
  await replica?.close();
  await database?.drop();
  await servers?.stop();
  vi.unstubAllEnvs();
});

describe("a scan whose rows are read from a streaming replica", () => {
  beforeAll(() =>
    run(`
      create table people (id integer primary key);
      create table visits (id integer primary key, person integer);
      insert into people select generate_series(1, 100);
      insert into visits select n, n from generate_series(1, 103) as n;
      alter table visits add constraint person foreign key (person) references people not valid;
    `),
  );

  it("sees what was committed before it began, and takes for unchanged only what the primary did not write", async () => {
    await scanOf(database);
    expect(await found(database, "orphan_rows")).toEqual(["visits failing 3 exact"]);
    await scanOf(database);
    expect(await found(database, "orphan_rows")).toEqual([`visits failing 3 ${unchanged}`]);
    await orphan(104);
    await scanOf(database);
    expect(await found(database, "orphan_rows")).toEqual(["visits failing 4 exact"]);
  });

  it("waits for a replica that stands still, and then counts what came meanwhile", async () => {
    await replica.pool.query("select pg_wal_replay_pause()");
    await orphan(105);
    const { scan } = await beginScan(database.db, system);
    const ended = runScan(database, scan.id, system);
    await vi.waitFor(
      async () => {
        const { rowCount } = await replica.pool.query(
          "select from pg_stat_activity where application_name = 'plumbline' and query like '%pg_last_wal_replay_lsn%' and pid <> pg_backend_pid()",
        );
        expect(rowCount).toBeGreaterThan(0);
      },
      { timeout: 20_000 },
    );
    await replica.pool.query("select pg_wal_replay_resume()");
    await ended;
    expect(await found(database, "orphan_rows")).toEqual(["visits failing 5 exact"]);
  });

  it("leaves a table unchecked, and says what to set, where replaying the primary's work ended the query", async () => {
    await run("create table slow (id integer primary key); insert into slow values (1)");
    const target = customTarget("sleeps", "slow", "pg_sleep(30) is not null");
    extra.expectations = [{ check: "custom_check", target, playbook: null }];
    const { scan } = await beginScan(database.db, system);
    const ended = runScan(database, scan.id, system);
    await vi.waitFor(
      async () => {
        const { rowCount } = await replica.pool.query(
          "select from pg_stat_activity where state = 'active' and query like '%pg_sleep(%' and pid <> pg_backend_pid()",
        );
        expect(rowCount).toBe(1);
      },
      { timeout: 20_000, interval: 20 },
    );
    await run("alter table slow add note text");
    await ended;
    extra.expectations = [];
    const { rows } = await sql`
      select status, count, reason from plumbline.findings where check_code = 'custom_check'
    `.execute(database.db);
    expect(rows).toEqual([
      {
        status: "not_checked",
        count: null,
        reason:
          "The replica ended the query, to go on with what the primary had done. Set hot_standby_feedback to on there, or a longer max_standby_streaming_delay.",
      },
    ]);
    expect(await found(database, "orphan_rows")).toEqual([`visits failing 5 ${unchanged}`]);
  });
});

describe("a run on a database with a replica and autovacuum", () => {
  const throttleOf = async (runId: string) => {
    const { rows } = await sql<{ throttle: string | null }>`
      select throttle from plumbline.runs where id = ${runId}
    `.execute(database.db);
    return rows[0]?.throttle;
  };

  beforeAll(async () => {
    const gate = await gatedNotes(database, 4_000);
    gate.keeper.release();
    // No vacuum of it but the one that cannot wait.
    await run("alter table notes set (autovacuum_vacuum_threshold = 1000000, autovacuum_vacuum_insert_threshold = -1)");
  });

  it("holds back while the replica does not keep up, names it, and goes on when it does", async () => {
    const runId = await operator.queue(await operator.preview(notes, "delete-orphans"));
    await replica.pool.query("select pg_wal_replay_pause()");
    const limits = { replicaLagSeconds: { soft: 0.5, hard: 600 } };
    await vi.waitFor(
      async () => {
        await run("update visits set person = person where id = 1");
        const { rowCount } = await run("select from pg_stat_replication where replay_lag > interval '0.5 seconds'");
        expect(rowCount).toBe(1);
      },
      { timeout: 15_000, interval: 100 },
    );
    const work = workOnRun(database, runId, { limits });
    await vi.waitFor(async () => expect(await throttleOf(runId)).toMatch(/^The replica replica_1 is .* behind\.$/), {
      timeout: 15_000,
      interval: 20,
    });
    expect((await run("select from notes where author_id > 1000")).rowCount).toBe(4_000);
    await replica.pool.query("select pg_wal_replay_resume()");
    await work;
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", throttle: null });
  });

  it("pauses by itself for a vacuum that PostgreSQL must finish", async () => {
    await run("create table burnt (n integer)");
    await run("insert into notes (author_id, written_at) select 1000 + n, now() from generate_series(1, 2000) as n");
    const runId = await operator.queue(await operator.preview(notes, "delete-orphans"));
    // Slow enough to be met, and due at the least age that PostgreSQL allows.
    await run(`alter table notes set
      (autovacuum_freeze_max_age = 100000, autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)`);
    await run(`do $$ begin
      for n in 1 .. 100001 loop
        begin insert into burnt values (n); exception when division_by_zero then null; end;
      end loop;
    end $$`);
    await vi.waitFor(
      async () => {
        const { rowCount } = await run(
          "select from pg_stat_activity where query like 'autovacuum: % public.notes (to prevent wraparound)'",
        );
        expect(rowCount).toBe(1);
      },
      { timeout: 20_000, interval: 50 },
    );
    await workOnRun(database, runId);
    await operator.until(runId, "paused");
    expect(await throttleOf(runId)).toMatch(
      /^The table is being vacuumed, which PostgreSQL must finish before its transaction numbers run out/,
    );
  });
});
