import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ColumnTarget } from "@/lib/checks/target";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
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
