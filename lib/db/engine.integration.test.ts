import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { createEngine } from "./engine";
import { isConnectionLost } from "./errors";

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

test("a connection that breaks between two statements is the next statement's failure and nobody else's", async () => {
  const broken = database.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(database.db);
    await sql`select 1`.execute(trx);
  });
  const error = await broken.catch((reason: unknown) => reason);
  expect(isConnectionLost(error)).toBe(true);
  const { rows } = await sql`select 1 as one`.execute(database.db);
  expect(rows).toEqual([{ one: 1 }]);
});

test("a connection that the server ends while the engine is being closed is no warning, and one before is", async () => {
  const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
  const engine = createEngine(database.url);
  await sql`select 1`.execute(engine.db);
  engine.pool.emit("error", new Error("ended early"), new pg.Client());
  const closed = engine.close();
  engine.pool.emit("error", new Error("ended late"), new pg.Client());
  await closed;
  expect(warn.mock.calls).toEqual([["ended early", "PlumblineConnection"]]);
  warn.mockRestore();
});

test("times are read whatever style the database has for its own people", async () => {
  const name = new URL(database.url).pathname.slice(1);
  await sql`alter database ${sql.id(name)} set datestyle = 'SQL, DMY'`.execute(database.db);
  const engine = createEngine(database.url);
  try {
    const { rows } = await sql<{ at: Date }>`select timestamptz '2026-11-21 10:00:00+00' as at`.execute(engine.db);
    expect(rows[0]?.at.toISOString()).toBe("2026-11-21T10:00:00.000Z");
  } finally {
    await engine.close();
  }
});
