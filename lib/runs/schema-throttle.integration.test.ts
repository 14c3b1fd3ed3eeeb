import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ColumnTarget } from "@/lib/checks/target";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { getRun } from "./get-run";
import { pauseRun } from "./pause-run";
import { resumeRun } from "./resume-run";
import { repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const never = Number.POSITIVE_INFINITY;

describe("a run of schema steps", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  let other: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
  });
  beforeEach(async () => {
    await database.pool.query("create table things (id integer primary key, amount integer not null)");
    other = new pg.Client({ connectionString: database.url, application_name: "the shop" });
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await database.pool.query("drop table things");
  });
  afterAll(() => database.drop());

  async function queued(): Promise<string> {
    const target: ColumnTarget = {
      kind: "column",
      table: { schema: "public", name: "things" },
      column: "amount",
      nullable: true,
    };
    return operator.queue(await operator.preview({ check: "not_null_blocks_writes", target }, "drop-not-null"));
  }

  const saying = (runId: string, why: RegExp) =>
    vi.waitFor(async () => expect((await getRun(operator.ctx, runId)).throttle).toMatch(why), { timeout: 15_000 });

  test("begins no step while the database is not fit for it, says why, and goes on by itself", async () => {
    const runId = await queued();
    await other.query("begin isolation level repeatable read; select");
    const limits = { longTransactionSeconds: { soft: 0, hard: never } };
    const work = workOnRun(database, runId, { limits });
    await saying(runId, /^A transaction has been open for .*the shop/);
    expect((await getRun(operator.ctx, runId)).steps).toMatchObject([{ status: "pending" }]);
    await other.query("rollback");
    await work;
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 1, throttle: null });
  });

  test("names who holds the lock between its tries, can be paused there, and does the step when it is resumed", async () => {
    const runId = await queued();
    await other.query("begin; lock table things in access share mode");
    const work = workOnRun(database, runId);
    await saying(
      runId,
      /^The lock on public.things could not be had at try \d of 10; .*In the way: process \d+ \(the shop,/,
    );
    await pauseRun(operator.ctx, { runId });
    await work;
    const paused = await operator.until(runId, "paused");
    expect(paused).toMatchObject({ changed: 0, steps: [{ status: "pending" }] });
    await other.query("rollback");
    await resumeRun(operator.ctx, { runId });
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 1, throttle: null });
  });
});
