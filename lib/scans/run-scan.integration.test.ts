import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Expectation } from "@/lib/checks/define";
import { createEngine } from "@/lib/db";
import { listFindings } from "@/lib/findings/list-findings";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { beginScan } from "./begin-scan";
import { runScan } from "./run-scan";
import { customTarget, found, scanOf } from "./testing/scan-of";

const extra = vi.hoisted(() => ({ expectations: [] as Expectation[] }));
vi.mock("./read-expected", async (load) => {
  const { readExpected } = await load<typeof import("./read-expected")>();
  return {
    readExpected: async (...engine: Parameters<typeof readExpected>) => {
      const { catalog, expectations } = await readExpected(...engine);
      return { catalog, expectations: [...extra.expectations, ...expectations] };
    },
  };
});

describe("what cannot be read is not checked, and the rest is", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const expectSlow = (seconds: number) => {
    const target = customTarget("sleeps", "slow", `pg_sleep(${seconds}) is not null`);
    extra.expectations = [{ check: "custom_check", target, playbook: null }];
  };
  const reason = async () => {
    const { rows } = await sql<{ reason: string }>`
      select reason from plumbline.findings where check_code = 'custom_check'
    `.execute(database.db);
    return rows[0]?.reason;
  };
  /** The backend that reads the slow table, once it does. */
  const reading = () =>
    vi.waitFor(
      async () => {
        const { rows } = await sql<{ pid: number }>`
          select pid from pg_stat_activity
          where datname = current_database() and state = 'active' and query like '%pg_sleep(%' and pid <> pg_backend_pid()
        `.execute(database.db);
        expect(rows).toHaveLength(1);
        return rows[0]?.pid;
      },
      { timeout: 20_000, interval: 20 },
    );
  const whileReading = async (work: (pid: number | undefined) => Promise<unknown>) => {
    const { scan } = await beginScan(database.db, system);
    const ended = runScan(database, scan.id, system, { concurrency: 1 });
    await work(await reading());
    await ended;
    const { rows } = await sql<{ status: string }>`select status from plumbline.scans where id = ${scan.id}`.execute(
      database.db,
    );
    return rows[0]?.status;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create table slow (id integer primary key);
      create table people (id integer primary key);
      create table visits (id integer primary key, person integer);
      insert into slow values (1);
      insert into people select generate_series(1, 100);
      insert into visits select n, n from generate_series(1, 103) as n;
      alter table visits add constraint person foreign key (person) references people not valid;
    `);
  });
  afterEach(() => {
    extra.expectations = [];
  });
  afterAll(() => database.drop());

  it("when a table takes longer than it may", async () => {
    expectSlow(30);
    expect(await scanOf(database, { tableTimeoutMs: 300 })).toMatchObject({ status: "succeeded" });
    expect(await reason()).toBe("Reading the table took longer than it may (0.3 s) and was stopped.");
    expect(await found(database, "orphan_rows")).toEqual(["visits failing 3 exact"]);
  });

  it("when the scan's time is used up before its turn", async () => {
    await run("insert into visits values (104, null)");
    expectSlow(30);
    expect(await scanOf(database, { budgetMs: 800, concurrency: 1 })).toMatchObject({ status: "succeeded" });
    expect(await found(database, "orphan_rows")).toEqual(["visits not_checked none"]);
    const { rows } = await run("select reason from plumbline.findings where check_code = 'orphan_rows'");
    expect(rows).toEqual([{ reason: "The scan's time, 0.8 s, was used up before this table's turn." }]);
  });

  it("when the connection is lost, and the scan goes on over another one", async () => {
    expectSlow(30);
    const status = await whileReading((pid) => sql`select pg_terminate_backend(${pid})`.execute(database.db));
    expect(status).toBe("succeeded");
    expect(await reason()).toBe("The connection to the database was lost while this table was read.");
    expect(await found(database, "orphan_rows")).toEqual(["visits failing 3 exact"]);
  });

  it("when a table is dropped in the middle", async () => {
    await run("create table gone (id integer primary key, person integer)");
    await run("alter table gone add constraint person foreign key (person) references people not valid");
    expectSlow(1);
    expect(await whileReading(() => run("drop table gone"))).toBe("succeeded");
    expect(await found(database, "orphan_rows")).toEqual([
      "gone not_checked none",
      expect.stringMatching(/^visits failing 3 (unchanged|exact)$/),
    ]);
  });

  it("when the database user may not read a table", async () => {
    const role = `scanner_${process.pid}`;
    await run(`create role ${role} bypassrls;
      grant all on schema plumbline to ${role};
      grant all on all tables in schema plumbline to ${role};
      grant select, insert on public.error_logs to ${role};
      grant select on people to ${role}`);
    const asRole = createEngine(`${database.url}?options=${encodeURIComponent(`-c role=${role}`)}`);
    try {
      expect(await scanOf(asRole)).toMatchObject({ status: "succeeded" });
      const { rows } = await run("select status, reason from plumbline.findings where check_code = 'orphan_rows'");
      expect(rows).toEqual([{ status: "not_checked", reason: "Plumbline's database user may not read visits." }]);
    } finally {
      await asRole.close();
      await run(`drop owned by ${role}; drop role ${role}`);
    }
  });

  it("when a view is broken, and the list of findings says why", async () => {
    await run(`
      create table lost (id integer);
      create function from_lost() returns integer language plpgsql stable as 'begin return (select id from lost); end';
      create view broken as select from_lost() as id;
      drop table lost;
    `);
    expect(await scanOf(database)).toMatchObject({ status: "succeeded" });
    const reason = 'Reading the view fails: relation "lost" does not exist (42P01).';
    expect(await listFindings(contextAs("viewer", database), { status: "not_checked" })).toMatchObject([
      { check: "unreadable_view", tableName: "broken", count: null, how: "none", reason, message: reason },
    ]);
    expect(await found(database, "orphan_rows")).toEqual([expect.stringMatching(/^visits failing 3 /)]);
    await run("drop view broken");
  });

  it("and no lock is taken that would keep anybody from writing", async () => {
    expectSlow(2);
    const modes = new Set<string>();
    await whileReading(async (pid) => {
      const { rows } = await sql<{ mode: string }>`
        select distinct mode from pg_locks where pid = ${pid} and locktype in ('relation', 'tuple', 'transactionid')
      `.execute(database.db);
      for (const { mode } of rows) modes.add(mode);
    });
    expect([...modes]).toEqual(["AccessShareLock"]);
  });
});
