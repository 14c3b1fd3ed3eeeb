import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ColumnTarget, ReferenceTarget } from "@/lib/checks/target";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { getRun } from "./get-run";
import { elsewhere } from "./testing/elsewhere";
import { repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const target: ColumnTarget = {
  kind: "column",
  table: { schema: "public", name: "things" },
  column: "amount",
  nullable: true,
};
const faulty = { check: "not_null_blocks_writes", target } as const;

let database: TestDatabase;
let others: ReturnType<typeof elsewhere>;

beforeEach(async () => {
  database = await createTestDatabase();
  others = elsewhere(database.url);
  // Whoever alters a table waits at a gate, with the lock on the table in hand.
  await database.pool.query(`
    create table things (id integer primary key, amount integer not null);
    create table parts (id integer primary key, thing_id integer not null references things);
    create function wait_at_gate() returns event_trigger language plpgsql as
      'begin while not pg_try_advisory_xact_lock_shared(4711) loop perform pg_sleep(0.02); end loop; end';
    create event trigger gate on ddl_command_end when tag in ('ALTER TABLE') execute function wait_at_gate();
  `);
});
afterEach(async () => {
  others.killAll();
  await database.drop();
});

test("a worker that is killed or paused in the middle of a schema step does not keep the next from the table", async () => {
  const operator = repairer(database);
  const plan = await operator.preview(faulty, "drop-not-null");
  const keeper = await database.pool.connect();
  await keeper.query("select pg_advisory_lock(4711)");
  const waiting = () =>
    vi.waitFor(
      async () => {
        const { rows } = await keeper.query<{ pid: number }>(
          "select pid from pg_stat_activity where datname = current_database() and query like 'alter table%' and wait_event = 'PgSleep'",
        );
        expect(rows).toHaveLength(1);
        return rows[0]?.pid ?? 0;
      },
      { timeout: 15_000, interval: 10 },
    );
  const { child, runId } = await others.run(plan.id);
  const former = await waiting();
  child.kill("SIGSTOP");
  await operator.until(runId, "interrupted");
  const second = workOnRun(database, runId);
  await vi.waitFor(async () => expect(await waiting()).not.toBe(former), { timeout: 15_000 });
  await keeper.query("select pg_advisory_unlock(4711)");
  keeper.release();
  await second;
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 1 });
}, 60_000);

const reference: ReferenceTarget = {
  kind: "reference",
  table: { schema: "public", name: "parts" },
  columns: ["thing_id"],
  parent: { schema: "public", name: "things" },
  parentColumns: ["id"],
  onDelete: "no action",
};

test("an index whose worker was killed is waited for, and not built a second time", async () => {
  const operator = repairer(database);
  const plan = await operator.preview({ check: "unindexed_foreign_key", target: reference }, "add-index");
  const writer = new pg.Client({ connectionString: database.url });
  await writer.connect();
  await writer.query("begin; lock table parts in row exclusive mode");
  const { child, runId } = await others.run(plan.id);
  const built = () =>
    vi.waitFor(
      async () => {
        const { rows } = await database.pool.query<{ oid: string }>(
          "select indexrelid::text as oid from pg_index where indrelid = 'parts'::regclass and not indisprimary",
        );
        expect(rows).toHaveLength(1);
        return rows[0]?.oid;
      },
      { timeout: 15_000, interval: 10 },
    );
  const first = await built();
  await others.kill(child);
  await operator.until(runId, "interrupted");
  const second = workOnRun(database, runId);
  await vi.waitFor(
    async () =>
      expect((await getRun(operator.ctx, runId)).throttle).toMatch(
        /^An earlier attempt is still at work on the index public.parts_thing_id_idx in the server \(process \d+, waiting for writers before build\)/,
      ),
    { timeout: 15_000 },
  );
  await writer.query("commit");
  await writer.end();
  await second;
  expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 1, throttle: null });
  expect(await built()).toBe(first);
}, 60_000);
