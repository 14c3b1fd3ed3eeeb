import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PlanStep } from "@/lib/plans/types";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { LeaseLost } from "../move-run";
import { executeSchemaStep } from "./execute-step";
import type { SchemaStepContext } from "./step-context";

const things = { schema: "My Shop", name: "The Things" };

function step(statement: string, more: Partial<PlanStep> = {}): PlanStep {
  return {
    position: 1,
    title: "Change it",
    statement: { sql: statement, parameters: [] },
    inverse: { sql: "put it back", parameters: [] },
    lock: { mode: "ACCESS EXCLUSIVE", table: things, effect: "blocks everybody" },
    transaction: 1,
    concurrentIndex: null,
    ...more,
  };
}
const allowNull = step('alter table "My Shop"."The Things" alter column "B" drop not null');
const forbidNull = step('alter table "My Shop"."The Things" alter column "B" set not null');
const build = (unique = "") =>
  step(`create ${unique} index concurrently "The Index" on "My Shop"."The Things" ("A")`, {
    lock: { mode: "SHARE UPDATE EXCLUSIVE", table: things, effect: "blocks nobody" },
    transaction: null,
    concurrentIndex: { schema: "My Shop", name: "The Index", columns: ["A"], unique: unique !== "" },
  });

describe("a schema step", () => {
  let engine: TestDatabase;
  let other: pg.Client;
  let recorded: number;
  let pauses: number[];
  let context: SchemaStepContext;

  let runId: string;

  beforeAll(async () => {
    engine = await createTestDatabase();
  });
  beforeEach(async () => {
    runId = randomUUID();
    other = new pg.Client({ connectionString: engine.url, application_name: "night report" });
    other.on("error", () => undefined);
    await other.connect();
    await other.query('create schema "My Shop"');
    await other.query('create table "My Shop"."The Things" ("A" integer, "B" integer not null)');
    await other.query('insert into "My Shop"."The Things" select n, n from generate_series(1, 100) as n');
    recorded = 0;
    pauses = [];
    context = {
      runId,
      actor: { id: null, email: "operator@plumbline.test" },
      reason: "sessions begin without it",
      db: engine.db,
      record: async () => {
        recorded += 1;
      },
      limits: { lockTimeoutMs: 150, concurrentLockTimeoutMs: 150, tries: 3, pauseMs: 10 },
      random: () => 1,
    };
  });
  afterEach(async () => {
    await other.end();
    await engine.pool.query('drop schema "My Shop" cascade');
  });
  afterAll(() => engine.drop());

  const nullable = async () =>
    (
      await sql<{ nullable: boolean }>`
      select not attnotnull as nullable from pg_attribute
      where attrelid = '"My Shop"."The Things"'::regclass and attname = 'B'`.execute(engine.db)
    ).rows[0]?.nullable;
  const events = async () =>
    (
      await sql<{ message: string; details: Record<string, unknown> }>`
      select error_message as message, details from public.error_logs
      where action = 'schema.change' and run_id = ${runId} order by audit_seq`.execute(engine.db)
    ).rows;
  const indexes = async () =>
    (
      await sql<{ name: string; valid: boolean }>`
      select indexrelid::regclass::text as name, indisvalid as valid from pg_index
      where indrelid = '"My Shop"."The Things"'::regclass`.execute(engine.db)
    ).rows;

  it("is done with its audit row, which keeps the SQL and its inverse", async () => {
    await executeSchemaStep(engine, allowNull, context);
    expect(await nullable()).toBe(true);
    expect(recorded).toBe(1);
    expect(await events()).toMatchObject([
      {
        message: "Change it.",
        details: { sql: allowNull.statement.sql, inverse: "put it back", reason: context.reason },
      },
    ]);
  });

  it("is not done when its state cannot be recorded", async () => {
    const failing = { ...context, record: () => Promise.reject(new Error("no disk")) };
    await expect(executeSchemaStep(engine, allowNull, failing)).rejects.toThrow("no disk");
    expect(await nullable()).toBe(false);
    expect(await events()).toEqual([]);
  });

  it("says that rows break the rule which it was to prove", async () => {
    const prove = step('alter table "My Shop"."The Things" add constraint "few" check ("A" < 50)');
    await expect(executeSchemaStep(engine, prove, context)).rejects.toThrow(
      "Some rows of My Shop.The Things break the rule that this step would prove.",
    );
    expect([await events(), recorded]).toEqual([[], 0]);
  });

  it("waits its turn and goes on when the lock is free", async () => {
    await other.query('begin; lock table "My Shop"."The Things" in access share mode');
    const sleep = async (ms: number) => {
      pauses.push(ms);
      await other.query("commit");
    };
    await executeSchemaStep(engine, allowNull, { ...context, sleep });
    expect([await nullable(), pauses]).toEqual([true, [10]]);
    expect(await events()).toHaveLength(1);
  });

  it("gives up after the last try, changes nothing and names who was in the way", async () => {
    await other.query('begin; lock table "My Shop"."The Things" in access share mode');
    const { rows } = await other.query<{ pid: number }>("select pg_backend_pid() as pid");
    await expect(executeSchemaStep(engine, allowNull, context)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(
        new RegExp(
          `could not be had in 3 tries. In the way: process ${rows[0]?.pid} \\(night report, .*query started 20`,
        ),
      ),
    });
    await other.query("rollback");
    expect([await nullable(), recorded, await events()]).toEqual([false, 0, []]);
  });

  it("pauses twice as long each time", async () => {
    await other.query('begin; lock table "My Shop"."The Things" in access share mode');
    const sleep = async (ms: number) => {
      pauses.push(ms);
    };
    const limits = { ...context.limits, tries: 5, pauseMs: 200, longestPauseMs: 900 };
    await expect(executeSchemaStep(engine, allowNull, { ...context, limits, sleep })).rejects.toThrow("5 tries");
    expect(pauses).toEqual([200, 400, 800, 900]);
  });

  it("says in a sentence what PostgreSQL would not do", async () => {
    await executeSchemaStep(engine, allowNull, context);
    await other.query('insert into "My Shop"."The Things" values (1, null)');
    await expect(executeSchemaStep(engine, forbidNull, context)).rejects.toThrow(
      "Rows of My Shop.The Things hold NULL in this column by now",
    );
  });

  it("builds an index outside a transaction and audits its begin and its end", async () => {
    await executeSchemaStep(engine, build(), context);
    expect(await indexes()).toEqual([{ name: '"My Shop"."The Index"', valid: true }]);
    expect((await events()).map(({ message }) => message)).toEqual(["Begin: Change it.", "Change it."]);
    expect(recorded).toBe(1);
  });

  it("builds nothing and writes nothing for a worker that has lost the run", async () => {
    const fence = () => Promise.reject(new LeaseLost());
    await expect(executeSchemaStep(engine, build(), { ...context, fence })).rejects.toThrow(LeaseLost);
    expect([await indexes(), recorded, await events()]).toEqual([[], 0, []]);
  });

  it("finds an index done that an earlier process had built", async () => {
    await other.query(build().statement.sql);
    await executeSchemaStep(engine, build(), context);
    expect((await events()).map(({ message }) => message)).toEqual(["Found done: Change it."]);
    expect(recorded).toBe(1);
  });

  it("drops what a broken build left behind, and builds anew", async () => {
    await other.query('insert into "My Shop"."The Things" values (1, 1)');
    await expect(other.query(build("unique").statement.sql)).rejects.toMatchObject({ code: "23505" });
    expect(await indexes()).toMatchObject([{ valid: false }]);
    await other.query('delete from "My Shop"."The Things" where ctid = (select max(ctid) from "My Shop"."The Things")');
    await executeSchemaStep(engine, build("unique"), context);
    expect(await indexes()).toMatchObject([{ valid: true }]);
  });

  it.each([
    ["on another column", 'create index "The Index" on "My Shop"."The Things" ("B")'],
    ["on some of the rows", 'create index "The Index" on "My Shop"."The Things" ("A") where "A" > 5'],
    ["that forbids more", 'create unique index "The Index" on "My Shop"."The Things" ("A")'],
  ])("neither takes for its own nor drops an index of that name %s", async (_what, create) => {
    await other.query(create);
    await expect(executeSchemaStep(engine, build(), context)).rejects.toThrow("is another index than the one");
    expect([await indexes(), recorded]).toEqual([[{ name: '"My Shop"."The Index"', valid: true }], 0]);
  });

  it("leaves no invalid index when the build fails", async () => {
    await other.query('insert into "My Shop"."The Things" values (1, 1)');
    await expect(executeSchemaStep(engine, build("unique"), context)).rejects.toThrow(
      "Some values are used by more than one row of My Shop.The Things",
    );
    expect([await indexes(), recorded]).toEqual([[], 0]);
  });

  it("names the old transaction that an index build waits for, and the next attempt clears what is left", async () => {
    await other.query('begin; update "My Shop"."The Things" set "B" = 5 where "A" = 1');
    await expect(executeSchemaStep(engine, build(), context)).rejects.toThrow(
      /In the way: process \d+ \(night report.*The invalid index My Shop.The Index is left behind/,
    );
    expect(await indexes()).toMatchObject([{ valid: false }]);
    await other.query("rollback");
    await executeSchemaStep(engine, build(), context);
    expect(await indexes()).toMatchObject([{ valid: true }]);
  });

  it("drops an index while the table is in use, and finds it gone the second time", async () => {
    const drop = {
      ...build(),
      statement: { sql: 'drop index concurrently if exists "My Shop"."The Index"', parameters: [] },
    };
    await executeSchemaStep(engine, build(), context);
    await executeSchemaStep(engine, drop, context);
    expect(await indexes()).toEqual([]);
    await executeSchemaStep(engine, drop, context);
    expect((await events()).at(-1)?.message).toBe("Found done: Change it.");
  });

  it("lets no timeout of its own session leak into the pool", async () => {
    await executeSchemaStep(engine, build(), context);
    const { rows } = await sql<{ lock_timeout: string }>`show lock_timeout`.execute(engine.db);
    expect(rows[0]?.lock_timeout).toBe("0");
  });
});
