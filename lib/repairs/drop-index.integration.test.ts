import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { IndexTarget } from "@/lib/checks/target";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const lines = { schema: "Sales Dept", name: 'Order "Lines"' };

describe("drop-index", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);
  const target = (index: string, table = lines): IndexTarget => ({ kind: "index", table, index, columns: [] });
  const duplicate = (index: string, table = lines) =>
    ({ check: "duplicate_index", target: target(index, table) }) as const;
  const invalid = (index: string) => ({ check: "invalid_index", target: target(index) }) as const;

  const definitions = async () =>
    (
      await database.pool.query<{ definition: string }>(
        `select pg_get_indexdef(indexrelid) || coalesce(' -- ' || obj_description(indexrelid, 'pg_class'), '') as definition
         from pg_index where indrelid = '"Sales Dept"."Order ""Lines"""'::regclass order by 1`,
      )
    ).rows.map(({ definition }) => definition);

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept".heads ("Id" integer primary key);
      create table "Sales Dept"."Order ""Lines""" (
        "No" integer primary key, "Order's" integer references "Sales Dept".heads, "Text" text not null, at date,
        constraint "Twice" unique ("Text")
      );
      create index "Wide" on "Sales Dept"."Order ""Lines""" ("Order's", at desc nulls last, "Text" text_pattern_ops);
      create index "Narrow" on "Sales Dept"."Order ""Lines""" ("Order's", at desc nulls last) with (fillfactor = 70);
      comment on index "Sales Dept"."Narrow" is 'it''s \\ old $plumbline$';
      create index "On lower" on "Sales Dept"."Order ""Lines""" (lower("Text"), at);
      create index "Same" on "Sales Dept"."Order ""Lines""" (lower("Text"), at);
      create index "Few" on "Sales Dept"."Order ""Lines""" (lower("Text") collate "C", at desc) include ("No") where at > '2026-01-01' and "Text" <> 'it''s';
      create index "Few too" on "Sales Dept"."Order ""Lines""" (lower("Text") collate "C", at desc) include ("No") where at > '2026-01-01' and "Text" <> 'it''s';
      insert into "Sales Dept".heads values (1);
      insert into "Sales Dept"."Order ""Lines""" select n, 1, 'text ' || n, now() from generate_series(1, 50) as n;
    `);
  });
  afterAll(() => database.drop());

  test.each(["Narrow", "Same", "Few too"])(
    "drops %s while the table is in use, and its undo builds it just as it was",
    async (name) => {
      const before = await definitions();
      const plan = await operator.preview(duplicate(name), "drop-index");
      expect(plan.steps.at(-1)).toMatchObject({
        statement: { sql: `drop index concurrently if exists "Sales Dept"."${name}"` },
        lock: { mode: "SHARE UPDATE EXCLUSIVE" },
        transaction: null,
      });
      expect(await definitions()).toEqual(before);
      const done = await operator.apply(plan);
      expect(done).toMatchObject({ status: "succeeded", verification: { passed: true } });
      expect(await definitions()).toEqual(before.filter((definition) => !definition.includes(`INDEX "${name}"`)));
      expect(await operator.undo(done.id)).toMatchObject({ status: "succeeded" });
      expect(await definitions()).toEqual(before);
    },
  );

  test("drops one that was left invalid; its undo builds it whole", async () => {
    await run(`create index "Broken" on "Sales Dept"."Order ""Lines""" (at)`);
    await run(`update pg_index set indisvalid = false where indexrelid = '"Sales Dept"."Broken"'::regclass`);
    const done = await operator.repair(invalid("Broken"), "drop-index");
    expect(done).toMatchObject({ status: "succeeded", verification: { passed: true } });
    expect((await readCatalog(database.db)).find(lines)?.indexes.map(({ name }) => name)).not.toContain("Broken");
    await operator.undo(done.id);
    expect((await readCatalog(database.db)).find(lines)?.indexes).toContainEqual(
      expect.objectContaining({ name: "Broken", valid: true }),
    );
    await expect(operator.preview(invalid("Broken"), "drop-index")).rejects.toThrow("is valid by now");
  });

  test("refuses an index that a constraint, a replica identity or CLUSTER stands on", async () => {
    const refused = (name: string) => expect(operator.preview(duplicate(name), "drop-index")).rejects;
    await refused("Twice").toThrow("is what the constraint Twice stands on");
    await run(`create unique index "Same Text" on "Sales Dept"."Order ""Lines""" ("Text")`);
    await run(`alter table "Sales Dept"."Order ""Lines""" replica identity using index "Same Text"`);
    await refused("Same Text").toThrow("is the replica identity");
    await run(`alter table "Sales Dept"."Order ""Lines""" replica identity default`);
    await run(`alter table "Sales Dept"."Order ""Lines""" cluster on "Same Text"`);
    await refused("Same Text").toThrow("is the order in which CLUSTER writes the table");
    await run(`alter table "Sales Dept"."Order ""Lines""" set without cluster`);
    expect((await operator.preview(duplicate("Same Text"), "drop-index")).summary).toContain("Twice does its work");
    await run(`drop index "Sales Dept"."Same Text"`);
  });

  test("refuses one that a foreign key refers to, one with work of its own, and one that is gone", async () => {
    const refused = (name: string, table = lines) =>
      expect(operator.preview(duplicate(name, table), "drop-index")).rejects;
    await run(`
      create table codes (code integer not null);
      create unique index codes_b on codes (code);
      create table uses (code integer references codes (code));
      create unique index codes_a on codes (code);
    `);
    await refused("codes_b", { schema: "public", name: "codes" }).toThrow(
      "is what the foreign key uses_code_fkey of uses refers to",
    );
    await refused("Wide").toThrow("has work of its own");
    await refused("Nowhere").toThrow("has no index Nowhere any more");
  });

  test("refuses a part of a partitioned table's index, and one on some of the rows that no other covers alike", async () => {
    await run(`
      create table parts (id integer, at date) partition by range (id);
      create table parts_1 partition of parts for values from (0) to (100);
      create index parts_a on parts (at);
      create index parts_b on parts (at);
      create table few (id integer primary key, at date);
      create index some_a on few (at) where id > 5;
      create index some_b on few (at) where id > 6;
      create index some_c on few (at desc) where id > 5;
      create index all_rows on few (at, id);
    `);
    const refused = (name: string, table: string) =>
      expect(operator.preview(duplicate(name, { schema: "public", name: table }), "drop-index")).rejects;
    await refused("parts_b", "parts").toThrow("belongs to a partitioned table");
    await refused("some_b", "few").toThrow(
      "The index some_b of public.few covers only some of the rows, and no other index covers the same ones in the same way.",
    );
    await refused("some_c", "few").toThrow("covers only some of the rows");
  });

  test("waits for who writes at the moment, and lets others write meanwhile", async () => {
    await run(`create index "Narrower" on "Sales Dept"."Order ""Lines""" ("Order's")`);
    const insert = (no: number) => `insert into "Sales Dept"."Order ""Lines""" values (${no}, 1, 'more ${no}', now())`;
    const plan = await operator.preview(duplicate("Narrower"), "drop-index");
    const writer = await database.pool.connect();
    try {
      await writer.query(`begin; ${insert(1000)}`);
      const runId = await operator.start(plan);
      const waiting = "select 1 from pg_locks where not granted";
      await expect.poll(async () => (await run(waiting)).rows.length, { timeout: 10_000 }).toBeGreaterThan(0);
      await run(insert(1001));
      await writer.query("commit");
      expect(await operator.settled(runId)).toMatchObject({ status: "succeeded" });
    } finally {
      writer.release();
    }
  });
});
