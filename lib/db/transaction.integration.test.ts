import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { createEngine } from "./engine";
import { isLockTimeout, isStatementTimeout, sqlState } from "./errors";
import { readAsText } from "./read-as-text";
import { inForeignRead, inTransaction } from "./transaction";

const limits = { lockTimeoutMs: 200, statementTimeoutMs: 5_000 };

describe("inTransaction", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query("create table t (id integer)");
  });
  afterAll(() => database.drop());

  const settings = async (db = database.db) => {
    const { rows } = await sql<Record<string, string>>`
      select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l, current_setting('timezone') as z
    `.execute(db);
    return rows[0];
  };

  it("limits its own statements, and leaves nothing behind on the connection", async () => {
    const before = await settings();
    expect(await inTransaction(database.db, limits, (trx) => settings(trx))).toEqual({ s: "5s", l: "200ms", z: "UTC" });
    expect(await settings()).toEqual(before);
  });

  it("stops a statement that takes too long", async () => {
    const slow = inTransaction(database.db, { ...limits, statementTimeoutMs: 50 }, (trx) =>
      sql`select pg_sleep(5)`.execute(trx),
    );
    expect(isStatementTimeout(await slow.catch((error: unknown) => error))).toBe(true);
  });

  it("does not wait for a lock for longer than it may", async () => {
    const holder = await database.pool.connect();
    await holder.query("begin; lock table t in access exclusive mode");
    const waiting = inTransaction(database.db, limits, (trx) => sql`select from t`.execute(trx));
    expect(isLockTimeout(await waiting.catch((error: unknown) => error))).toBe(true);
    await holder.query("rollback");
    holder.release();
  });

  it("only reads when it says so", async () => {
    const write = inTransaction(database.db, { ...limits, readOnly: true }, (trx) =>
      sql`insert into t values (1)`.execute(trx),
    );
    expect(sqlState(await write.catch((error: unknown) => error))).toBe("25006");
  });

  it("leaves nothing in its session of what SQL of others set or locked there", async () => {
    const engine = createEngine(database.url, { maxConnections: 1 });
    try {
      await inForeignRead(engine.db, limits, async (trx) => {
        await sql`select set_config('session_replication_role', 'replica', false)`.execute(trx);
        await sql`select pg_advisory_lock(42)`.execute(trx);
      });
      const failed = inForeignRead(engine.db, limits, async (trx) => {
        await sql`select pg_advisory_lock(43), set_config('search_path', 'nowhere', false)`.execute(trx);
        await sql`select 1 / 0`.execute(trx);
      });
      expect(sqlState(await failed.catch((error: unknown) => error))).toBe("22012");
      const { rows } = await sql`
        select
          current_setting('session_replication_role') as role,
          current_setting('search_path') as path,
          (select count(*)::integer from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks
      `.execute(engine.db);
      expect(rows).toEqual([{ role: "origin", path: '"$user", public', locks: 0 }]);
    } finally {
      await engine.close();
    }
  });
});

describe("readAsText", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());
  const read = (text: string, parameters: unknown[] = []) =>
    readAsText(database, { sql: text, parameters }, { statementTimeoutMs: 5_000 });

  it("gives every value as PostgreSQL writes it", async () => {
    const text = `select 1.50::numeric(6,2) as n, true as b, null as nothing, '{"b":1,  "a":2}'::json as j,
      '2024-02-29 12:00:00.123456+00'::timestamptz as at, array[1,null] as list, $1::integer + 1 as bound`;
    expect(await read(text, [41])).toEqual({
      columns: ["n", "b", "nothing", "j", "at", "list", "bound"],
      rows: [
        {
          n: "1.50",
          b: "t",
          nothing: null,
          j: '{"b":1,  "a":2}',
          at: "2024-02-29 12:00:00.123456+00",
          list: "{1,NULL}",
          bound: "42",
        },
      ],
    });
  });

  it("refuses a second statement and every write", async () => {
    await expect(read("select 1; select 2")).rejects.toMatchObject({ code: "42601" });
    await expect(read("create table x ()")).rejects.toMatchObject({ code: "25006" });
  });
});
