import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CounterTarget } from "@/lib/checks/target";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { auditCounts, imagesOf, keptBy, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const table = { schema: "Sales Dept", name: 'Order "Heads"' };
const target: CounterTarget = {
  kind: "counter",
  table,
  column: "Lines' count",
  key: ["Year", "No"],
  child: { schema: "Sales Dept", name: "Order Lines" },
  childColumns: ["order YEAR", "order no"],
};
const faulty = { check: "stale_counter", target } as const;

describe("recount", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);

  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Heads""" ("Year" integer, "No" bigint, "Lines' count" smallint, primary key ("No", "Year"));
      create table "Sales Dept"."Order Lines" (
        id integer primary key, "order YEAR" integer, "order no" bigint, deleted_at timestamptz,
        constraint "To head" foreign key ("order YEAR", "order no") references "Sales Dept"."Order ""Heads""" ("Year", "No")
      );
      insert into "Sales Dept"."Order ""Heads""" values (2025, 1, 3), (2025, 2, 0), (2026, 1, 9), (2026, 2, null), (2026, 3, 7);
      insert into "Sales Dept"."Order Lines"
        select n, case when n < 4 then 2025 else 2026 end, 1, case when n = 6 then now() end from generate_series(1, 6) as n;
    `);
  });
  afterEach(() => database.drop());

  const counts = async () =>
    (await run(`select "Lines' count" as n from "Sales Dept"."Order ""Heads""" order by "Year", "No"`)).rows.map(
      ({ n }) => n,
    );
  const write = (id: number) => run(`insert into "Sales Dept"."Order Lines" values (${id}, 2026, 1)`);

  test("corrects the wrong rows and no other, and its undo brings their numbers back", async () => {
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(faulty, "recount");
    expect(plan).toMatchObject({ willChange: 2, skipped: 0, effects: [] });
    expect(plan.sample.map(({ after }) => after?.["Lines' count"])).toEqual(["2", "0"]);
    expect(await imagesOf(database.db, table)).toEqual(before);

    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 2, verification: { passed: true, after: 0 } });
    expect(await counts()).toEqual([3, 0, 2, null, 0]);
    expect(await keptBy(database.db, done.id)).toHaveLength(2);
    expect(await auditCounts(database.db, done.id)).toEqual({ COUNTER_CORRECTED: 2 });
    expect(await operator.undo(done.id)).toMatchObject({ status: "succeeded", changed: 2 });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("counts rows that are marked as deleted where it is told to, and asks", async () => {
    const [offer] = await offerRepairs(operator.ctx, faulty);
    expect(offer).toMatchObject({ fields: [{ kind: "select", name: "rows", value: "living" }] });
    await operator.repair(faulty, "recount", { rows: "all" });
    expect(await counts()).toEqual([3, 0, 3, null, 0]);
  });

  test("leaves a row for the next preview whose rows became more after this one", async () => {
    const plan = await operator.preview(faulty, "recount");
    await write(7);
    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 1, skipped: 1, verification: { passed: false } });
    expect(await operator.skippedItems(plan.id)).toMatchObject([
      { reason: "What it would be given is not what was previewed." },
    ]);
    expect(await counts()).toEqual([3, 0, 9, null, 0]);
  });

  test("waits for a row that is being written, and does not miss it", async () => {
    const plan = await operator.preview(faulty, "recount");
    const writer = await database.pool.connect();
    try {
      await writer.query(`begin; insert into "Sales Dept"."Order Lines" values (8, 2026, 1)`);
      const runId = await operator.start(plan);
      const waiting = "select 1 from pg_locks where not granted";
      await expect.poll(async () => (await run(waiting)).rows.length, { timeout: 10_000 }).toBeGreaterThan(0);
      await writer.query("commit");
      expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 1, skipped: 1 });
    } finally {
      writer.release();
    }
  });

  test("refuses where a trigger sets the counter itself, and names the one that keeps it", async () => {
    await run(`
      create function keep() returns trigger language plpgsql as
        $$ begin update "Sales Dept"."Order ""Heads""" set "Lines' count" = "Lines' count" + 1; return new; end $$;
      create trigger keeper after insert on "Sales Dept"."Order Lines" for each row execute function keep();
      create function look() returns trigger language plpgsql as
        $$ begin if new."Lines' count" = 3 then return new; end if; return new; end $$;
      create trigger looker before update on "Sales Dept"."Order ""Heads""" for each row execute function look();
    `);
    expect((await operator.preview(faulty, "recount")).effects).toContain(
      "The trigger keeper of Sales Dept.Order Lines keeps Lines' count; if it is what miscounts, it will again.",
    );
    for (const assign of [":= old", "= old"]) {
      await run(`
        create or replace function look() returns trigger language plpgsql as
          $$ begin new."Lines' count" ${assign}."Lines' count"; return new; end $$`);
      await expect(operator.preview(faulty, "recount")).rejects.toThrow("The trigger looker of Sales Dept.Order");
    }
  });

  test("refuses a generated column, and skips a row that has more rows than the column can hold", async () => {
    await run(`
      alter table "Sales Dept"."Order ""Heads""" add made integer generated always as (5) stored;
      insert into "Sales Dept"."Order Lines" select n, 2025, 2 from generate_series(100, 33000) as n;
    `);
    const made = { ...faulty, target: { ...target, column: "made" } };
    await expect(operator.preview(made, "recount")).rejects.toThrow("is generated: the database counts it itself");
    const plan = await operator.preview(faulty, "recount");
    expect(plan).toMatchObject({ willChange: 2, skipped: 1 });
    expect(await operator.skippedItems(plan.id)).toMatchObject([
      { reason: "It has more rows than the column can hold." },
    ]);
  });

  test("says that a row may be missed where no foreign key holds it", async () => {
    await run(`alter table "Sales Dept"."Order Lines" drop constraint "To head"`);
    expect((await operator.preview(faulty, "recount")).effects).toEqual([expect.stringContaining("may be missed")]);
  });
});
