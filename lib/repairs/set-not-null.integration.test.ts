import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ColumnTarget, ReferenceTarget } from "@/lib/checks/target";
import { findingId } from "@/lib/findings/finding-id";
import { offerKeepers, offerRepairs } from "@/lib/plans/offer-repairs";
import { imagesOf, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const table = { schema: "Sales Dept", name: 'Order "Lines"' };
const target: ColumnTarget = { kind: "column", table, column: "Is $plumbline$ paid" };
const faulty = { check: "nullable_boolean", target } as const;

describe("set-not-null", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);

  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Lines""" ("No" integer primary key, "Is $plumbline$ paid" boolean, head integer);
      insert into "Sales Dept"."Order ""Lines""" select n, n % 2 = 0 from generate_series(1, 20) as n;
    `);
  });
  afterEach(() => database.drop());

  const emptied = () => run(`update "Sales Dept"."Order ""Lines""" set "Is $plumbline$ paid" = null where "No" < 4`);
  const insert = () => run(`insert into "Sales Dept"."Order ""Lines""" ("No") values (900)`);

  /** The column and the table's constraints; of PostgreSQL's own NOT NULL constraints the column tells already. */
  async function shape() {
    const { rows } = await sql`
      select
        (select attnotnull from pg_attribute where attrelid = c.oid and attname = ${target.column}) as required,
        array(select conname::text from pg_constraint where conrelid = c.oid and contype = 'c' order by 1) as checks
      from pg_class c where c.relname = ${table.name}`.execute(database.db);
    return rows[0];
  }

  test("forbids NULL in steps of their own, and the undo and its undo lead back and forth", async () => {
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(faulty, "set-not-null");
    expect(plan.steps.map(({ transaction, lock }) => [transaction, lock.mode])).toEqual([
      [1, "ACCESS EXCLUSIVE"],
      [2, "SHARE UPDATE EXCLUSIVE"],
      [3, "ACCESS EXCLUSIVE"],
      [4, "ACCESS EXCLUSIVE"],
    ]);
    expect(await shape()).toEqual({ required: false, checks: [] });

    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", verification: { passed: true } });
    expect(await shape()).toEqual({ required: true, checks: [] });
    await expect(insert()).rejects.toMatchObject({ code: "23502" });

    const undone = await operator.undo(done.id);
    expect(undone.status).toBe("succeeded");
    expect(await shape()).toEqual({ required: false, checks: [] });
    expect((await operator.undo(undone.id)).status).toBe("succeeded");
    expect(await shape()).toEqual({ required: true, checks: [] });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("is refused while rows are empty, names the repair that fills them, and keeps it so afterwards", async () => {
    await emptied();
    await expect(operator.preview(faulty, "set-not-null")).rejects.toThrow(
      '3 rows of Sales Dept.Order "Lines" still have no Is $plumbline$ paid. Decide what they mean',
    );
    await run(`alter table "Sales Dept"."Order ""Lines""" alter "Is $plumbline$ paid" set default false`);
    const [offer] = await offerRepairs(operator.ctx, faulty);
    expect(offer).toMatchObject({
      repair: "set-not-null",
      refusal: { first: { repair: "fill-default", findingId: findingId("null_despite_default", target) } },
    });
    const filled = { check: "null_despite_default", target } as const;
    expect(await operator.repair(filled, "fill-default")).toMatchObject({ status: "succeeded", changed: 3 });
    const keepers = () => offerKeepers(operator.ctx, filled);
    expect(await keepers()).toMatchObject([{ repair: "set-not-null", refusal: null }]);
    expect(await operator.repair(filled, "set-not-null")).toMatchObject({ status: "succeeded" });
    expect(await keepers()).toEqual([]);
    expect(await shape()).toMatchObject({ required: true });
  });

  test("stops where a NULL came after the preview, and its undo leaves nothing behind", async () => {
    const plan = await operator.preview(faulty, "set-not-null");
    await insert();
    const failed = await operator.apply(plan);
    expect(failed.status).toBe("failed");
    expect(failed.steps.map(({ status }) => status)).toEqual(["succeeded", "failed", "pending", "pending"]);
    expect((await operator.undo(failed.id)).status).toBe("succeeded");
    expect(await shape()).toEqual({ required: false, checks: [] });
  });

  test("is refused where a foreign key empties the column, and where it is NOT NULL already", async () => {
    await run(`
      create table "Sales Dept".heads (id integer primary key);
      alter table "Sales Dept"."Order ""Lines""" add constraint "To head" foreign key (head) references "Sales Dept".heads on delete set null;
    `);
    const refused = (column: string) =>
      expect(operator.preview({ check: "nullable_boolean", target: { ...target, column } }, "set-not-null")).rejects;
    await refused("head").toThrow("The foreign key To head sets");
    await refused("No").toThrow("is NOT NULL already");
    await refused("gone").toThrow("There is no column");
  });

  test("makes every part of a composite reference NOT NULL, once none of its rows is half empty", async () => {
    await run(`
      create table "Sales Dept".heads (year integer, no integer, primary key (year, no));
      create table "Sales Dept".parts (id integer primary key, year integer not null, "Head's no" integer, "Year" integer,
        constraint "To head" foreign key ("Year", "Head's no") references "Sales Dept".heads (year, no));
      insert into "Sales Dept".heads values (2026, 1);
      insert into "Sales Dept".parts values (1, 1, 1, 2026), (2, 1, 1, null);
    `);
    const reference: ReferenceTarget = {
      kind: "reference",
      table: { schema: "Sales Dept", name: "parts" },
      columns: ["Year", "Head's no"],
      parent: { schema: "Sales Dept", name: "heads" },
      parentColumns: ["year", "no"],
      onDelete: "no action",
    };
    const half = { check: "nullable_composite_reference", target: reference } as const;
    await expect(operator.preview(half, "set-not-null")).rejects.toThrow(
      "1 row of Sales Dept.parts still has no Year.",
    );
    await run(`delete from "Sales Dept".parts where id = 2`);
    const done = await operator.repair(half, "set-not-null");
    expect(done).toMatchObject({ status: "succeeded", changed: 8, verification: { passed: true } });
    expect(await operator.undo(done.id)).toMatchObject({ status: "succeeded" });
  });

  test("is refused for a partitioned table, and not offered where writers begin without the value", async () => {
    await run("create table parts (id integer, paid boolean) partition by range (id)");
    const part: ColumnTarget = { kind: "column", table: { schema: "public", name: "parts" }, column: "paid" };
    await expect(operator.preview({ ...faulty, target: part }, "set-not-null")).rejects.toThrow("parts or heirs");
    expect(await offerRepairs(operator.ctx, { ...faulty, target: { ...target, nullable: true } })).toEqual([]);
  });
});
