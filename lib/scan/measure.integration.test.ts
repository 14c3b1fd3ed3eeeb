import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { CheckCode } from "@/lib/checks/codes";
import type { Expectation } from "@/lib/checks/define";
import type { ReferenceTarget, Target } from "@/lib/checks/target";
import { compileStatement, createEngine } from "@/lib/db";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { measure } from "./measure";
import { passesOf, passStatement } from "./pass-statement";
import { judge, type Question } from "./verdicts";

const visits = { schema: "public", name: "visits" };
const owner: ReferenceTarget = {
  kind: "reference",
  table: visits,
  columns: ["owner"],
  parent: { schema: "public", name: "people" },
  parentColumns: ["id"],
  onDelete: "no action",
};
const promised = (check: CheckCode, target: Target): Expectation => ({ check, target, playbook: null });
const orphans = promised("orphan_rows", owner);
const helpers = promised("orphan_rows", {
  ...owner,
  columns: ["helper"],
  parent: { schema: "public", name: "staff" },
});
const noState = promised("null_despite_default", { kind: "column", table: visits, column: "state" });
const noForeignKey = promised("missing_foreign_key", owner);
const all = [orphans, helpers, noState, noForeignKey];

describe("measure", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const catalog = () => readCatalog(database.db);
  const results = async (expectations = all, engine: Parameters<typeof measure>[0] = database, known = catalog()) =>
    (await measure(engine, await known, expectations)).map(({ status, count, how, reason }) => ({
      status,
      count,
      how,
      reason,
    }));

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create table people (id integer primary key);
      create table staff (id integer primary key);
      create table visits (id integer primary key, owner integer, helper integer, state text default 'new');
      insert into people select generate_series(1, 100);
      insert into staff select generate_series(1, 100);
      insert into visits select n, n, case when n % 2 = 0 then n + 100 end, case when n > 30 then 'new' end
        from generate_series(1, 130) as n;
    `);
  });
  afterAll(() => database.drop());

  it("counts every row check of a table exactly", async () => {
    const found = { status: "failing", how: "exact", reason: null };
    expect(await results()).toEqual([
      { ...found, count: 30 },
      { ...found, count: 65 },
      { ...found, count: 30 },
      { ...found, count: 1 },
    ]);
  });

  it("reads the table once for all of them, and joins a parent once for all that ask for it", async () => {
    const known = await catalog();
    const questions = [orphans, orphans, helpers, noState].flatMap((expectation) => {
      const verdict = judge(expectation, known);
      return "check" in verdict ? [verdict] : [];
    });
    const { sql } = compileStatement(passStatement(visits, questions, known));
    expect(sql.match(/from "public"."visits"/g)).toHaveLength(1);
    expect(sql.match(/left join/g)).toHaveLength(2);
    expect(sql).not.toContain("not exists");
  });

  it("counts each row once though its parent is there twice, and asks that by an anti-join of its own", async () => {
    await run(`
      create table twins (id integer);
      insert into twins select generate_series(1, 100) union all select generate_series(1, 50);
    `);
    const known = await catalog();
    const parents = promised("orphan_rows", { ...owner, parent: { schema: "public", name: "twins" } });
    const found = await measure(database, known, [parents, helpers, noState]);
    expect(found.map(({ count }) => count)).toEqual([30, 65, 30]);
    const questions = [parents, helpers, noState].map((expectation) => judge(expectation, known) as Question);
    expect(passesOf(questions, known).map((together) => together.length)).toEqual([1, 2]);
    await run("drop table twins");
  });

  it("asks what people wrote after all else, so that none of it costs another its answer", async () => {
    const written = (text: string, id: string) =>
      promised("custom_check", {
        kind: "custom",
        table: visits,
        id,
        name: id,
        severity: "warning",
        owner: "",
        description: "",
        rule: { form: "predicate", sql: text },
      });
    const checks = [
      written("pg_sleep(1) is null", "endless"),
      orphans,
      written("t.id > 100", "sound"),
      written("10 / (t.id - 7) > 100", "failing on one row"),
      noState,
    ];
    const found = await measure(database, await catalog(), checks, { statementTimeoutMs: 1_500 });
    expect(found.map(({ status, count }) => [status, count])).toEqual([
      ["not_checked", null],
      ["failing", 30],
      ["failing", 30],
      ["not_checked", null],
      ["failing", 30],
    ]);
  });

  it("asks of a table with very many columns in several passes, since one statement gives no more", async () => {
    const names = Array.from({ length: 900 }, (_, at) => `c${at}`);
    await run(`create table wide (id integer primary key, ${names.map((name) => `${name} integer default 1`)})`);
    await run("insert into wide select n from generate_series(1, 10) as n; update wide set c7 = null where id = 3");
    const known = await catalog();
    const table = { schema: "public", name: "wide" };
    const checks = names.map((column) => promised("null_despite_default", { kind: "column", table, column }));
    const questions = checks.map((expectation) => judge(expectation, known) as Question);
    expect(passesOf(questions, known).map((together) => together.length)).toEqual([400, 400, 100]);
    const found = await measure(database, known, checks);
    expect(found.filter(({ status }) => status === "failing").map(({ count }) => count)).toEqual([1]);
    expect(found.filter(({ status }) => status === "not_checked")).toEqual([]);
    await run("drop table wide");
  });

  it("shows at most twenty rows, in key order, with cells cut short", async () => {
    await run(`update visits set state = repeat('x', 5000) where id = 101`);
    const [found] = await measure(database, await catalog(), [orphans]);
    expect(found?.sample).toHaveLength(20);
    expect(found?.sample[0]).toEqual({ id: "101", owner: "101", helper: null, state: "x".repeat(300) });
  });

  it("finds rows of a partitioned table wherever they are, and shows some with their keys", async () => {
    await run(`
      create table trips (id integer, day date, owner integer, primary key (id, day)) partition by range (day);
      create table trips_old partition of trips for values from ('2020-01-01') to ('2025-01-01');
      create table trips_new partition of trips for values from ('2025-01-01') to ('2030-01-01');
      insert into trips select n, '2024-06-01', n from generate_series(1, 150) as n;
      insert into trips select n, '2026-06-01', n from generate_series(1, 103) as n;
    `);
    const table = { schema: "public", name: "trips" };
    const [found] = await measure(database, await catalog(), [promised("orphan_rows", { ...owner, table })]);
    expect(found).toMatchObject({ status: "failing", count: 53 });
    expect(found?.sample).toHaveLength(20);
    for (const row of found?.sample ?? []) expect(Number(row.owner)).toBeGreaterThan(100);
    const ids = found?.sample.map((row) => Number(row.id)) ?? [];
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    await run("drop table trips");
  });

  it("shows rows of a large table that the count came upon, each with the fault that it stands for", async () => {
    await run(`
      create table heaps (id integer primary key, owner integer, state text default 'new', filler text);
      insert into heaps select n, case when n % 30000 = 0 then -n else 1 end, case when n % 7 <> 0 then 'new' end, repeat('x', 200)
        from generate_series(1, 90000) as n;
    `);
    const table = { schema: "public", name: "heaps" };
    const found = await measure(database, await catalog(), [
      promised("orphan_rows", { ...owner, table }),
      promised("null_despite_default", { kind: "column", table, column: "state" }),
    ]);
    expect(found.map(({ count }) => count)).toEqual([3, Math.floor(90_000 / 7)]);
    expect(found[0]?.sample.map(({ owner: named }) => named)).toEqual(["-30000", "-60000", "-90000"]);
    expect(found[1]?.sample).toHaveLength(20);
    for (const row of found[1]?.sample ?? []) expect(row.state).toBeNull();
    await run("drop table heaps");
  });

  it("ends in the middle of a statement when it is told to", async () => {
    const stop = new AbortController();
    const target: Target = {
      kind: "custom",
      id: "sleeps",
      name: "sleeps",
      table: visits,
      severity: "info",
      owner: "",
      description: "",
      rule: { form: "predicate", sql: "pg_sleep(60) is null" },
    };
    const ended = measure(database, await catalog(), [promised("custom_check", target)], { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("told to")), 200);
    await expect(ended).rejects.toThrow("told to");
  });

  it("says of a check that fails that it was not checked, and still measures the others", async () => {
    const known = await catalog();
    await run("alter table staff rename to crew");
    expect(await results(all, database, Promise.resolve(known))).toEqual([
      { status: "failing", count: 30, how: "exact", reason: null },
      { status: "not_checked", count: null, how: "none", reason: "The table is not there any more." },
      { status: "failing", count: 30, how: "exact", reason: null },
      { status: "failing", count: 1, how: "exact", reason: null },
    ]);
    await run("alter table crew rename to staff");
  });

  it("never makes a zero of a table that is locked or of a query that takes too long", async () => {
    const holder = await database.pool.connect();
    const known = await catalog();
    await holder.query("begin; lock table visits in access exclusive mode");
    const locked = await results([orphans], database, Promise.resolve(known));
    await holder.query("rollback");
    holder.release();
    expect(locked).toEqual([
      { status: "not_checked", count: null, how: "none", reason: "Somebody else holds a lock on the table." },
    ]);

    await run("insert into visits select n, n, n, 'new' from generate_series(1000, 300000) as n");
    const [late] = await measure(database, await catalog(), [orphans], { statementTimeoutMs: 1 });
    expect(late).toMatchObject({
      status: "not_checked",
      count: null,
      reason: expect.stringContaining("longer than it may"),
    });
    await run("delete from visits where id >= 1000");

    await run("create view slow as select pg_sleep(30)::text as s from people");
    const view = promised("unreadable_view", { kind: "view", table: { schema: "public", name: "slow" } });
    const [slow] = await measure(database, await catalog(), [view], { statementTimeoutMs: 50 });
    expect(slow?.reason).toBe("Reading the view took longer than it may (0.05 s) and was stopped.");
    await run("drop view slow");
  });

  it("does not take rows that its role cannot see for rows that are not there", async () => {
    const role = `hidden_${process.pid}`;
    await run(`create role ${role}; grant select on visits to ${role}`);
    const asRole = createEngine(`${database.url}?options=${encodeURIComponent(`-c role=${role}`)}`);
    try {
      const [unreadable] = await results([orphans], asRole, readCatalog(asRole.db));
      expect(unreadable).toMatchObject({
        status: "not_checked",
        reason: "Plumbline's database user may not read people.",
      });
      await run(`grant select on people to ${role}; alter table people enable row level security`);
      const [filtered] = await results([orphans], asRole, readCatalog(asRole.db));
      expect(filtered).toMatchObject({
        status: "not_checked",
        count: null,
        reason: "Row-level security hides rows of people from Plumbline's database user; it needs BYPASSRLS.",
      });
      await run(`create policy everybody on people using (true); alter role ${role} bypassrls`);
      expect(await results([orphans], asRole, readCatalog(asRole.db))).toMatchObject([
        { status: "failing", count: 30 },
      ]);
    } finally {
      await asRole.close();
      await run(`alter table people disable row level security; drop owned by ${role}; drop role ${role}`);
    }
  });

  it("fails as a whole when the database is gone, instead of calling everything not checked", async () => {
    const known = await catalog();
    const gone = createEngine("postgres://nobody@127.0.0.1:1/none");
    await expect(measure(gone, known, [orphans])).rejects.toThrow(/ECONNREFUSED/);
    await gone.close();
  });
});
