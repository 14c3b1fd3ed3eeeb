import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SequenceTarget } from "@/lib/checks/target";
import { repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const target = (name: string, sequence: string, column = "id", schema = "public"): SequenceTarget => ({
  kind: "sequence",
  table: { schema, name },
  column,
  sequence: { schema, name: sequence },
});

describe("resync-sequence", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);
  const next = async (sequence: string) =>
    (await database.pool.query<{ n: string }>("select nextval($1::text::regclass) as n", [sequence])).rows[0]?.n;
  const faulty = (...names: Parameters<typeof target>) =>
    ({ check: "sequence_behind", target: target(...names) }) as const;

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
  });
  afterAll(() => database.drop());

  test("moves an identity's sequence past the rows that were brought along, and changes no row", async () => {
    await run(`
      create schema "Sales $plumbline$ Dept";
      create table "Sales $plumbline$ Dept"."Order's" ("The Id" bigint generated always as identity primary key, note text);
      insert into "Sales $plumbline$ Dept"."Order's" (note) values ('a');
      insert into "Sales $plumbline$ Dept"."Order's" overriding system value values (2), (9007199254740993);
    `);
    const odd = faulty("Order's", "Order's_The Id_seq", "The Id", "Sales $plumbline$ Dept");
    const before = await rowsOf(database.db, odd.target.table);
    const plan = await operator.preview(odd, "resync-sequence");
    expect(plan.summary).toContain("moves on to 9007199254740993, the last The Id");
    expect(plan.steps).toMatchObject([
      { inverse: null, statement: { parameters: [] }, lock: { mode: "SHARE ROW EXCLUSIVE" } },
    ]);
    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", verification: { passed: true, after: 0 } });
    await expect(operator.previewUndo(done.id)).rejects.toThrow("None of its steps that were done has a way back.");
    expect(await rowsOf(database.db, odd.target.table)).toEqual(before);
    expect(await next(`"Sales $plumbline$ Dept"."Order's_The Id_seq"`)).toBe("9007199254740994");
  });

  test("never moves it back: numbers that were given since the preview stay given", async () => {
    await run(`create table serials (id serial primary key); insert into serials values (5)`);
    const plan = await operator.preview(faulty("serials", "serials_id_seq"), "resync-sequence");
    await run("select setval('serials_id_seq', 700)");
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded" });
    expect(await next("serials_id_seq")).toBe("701");
  });

  test("waits for a writer who holds a number, and the numbers of its cache are not given twice", async () => {
    await run(`create table busy (id bigint primary key); create sequence busy_seq cache 20 owned by busy.id;
      alter table busy alter id set default nextval('busy_seq'); insert into busy values (30)`);
    const plan = await operator.preview(faulty("busy", "busy_seq"), "resync-sequence");
    const writer = await database.pool.connect();
    try {
      await writer.query("begin; insert into busy default values");
      const runId = await operator.start(plan);
      await somebodyWaits();
      await writer.query("commit");
      expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", verification: { passed: true } });
      const { rows } = await writer.query("insert into busy default values returning id");
      expect(rows).toEqual([{ id: "31" }]);
    } finally {
      writer.release();
    }
  });

  /** Polls until somebody waits for a lock. */
  async function somebodyWaits(): Promise<void> {
    await expect
      .poll(
        async () => {
          const { rows } = await sql`select 1 from pg_locks where not granted and locktype = 'relation'`.execute(
            database.db,
          );
          return rows.length;
        },
        { timeout: 10_000, interval: 20 },
      )
      .toBeGreaterThan(0);
  }

  test("keeps its steps and its direction", async () => {
    await run(`
      create sequence evens increment 2; create table evens_of (id bigint default nextval('evens') primary key);
      insert into evens_of values (default), (8), (9);
      create sequence down increment -1; create table downs (id numeric default nextval('down') primary key);
      insert into downs values (default), (-3), (7);
    `);
    await operator.repair(faulty("evens_of", "evens"), "resync-sequence");
    expect(await next("evens")).toBe("11");
    await operator.repair(faulty("downs", "down"), "resync-sequence");
    expect(await next("down")).toBe("-4");
  });

  test("refuses one that is not behind, one that begins anew, and one that would have nothing left", async () => {
    await run(`
      create table fine (id serial primary key); insert into fine default values;
      create sequence turns maxvalue 3 cycle; create table turned (id integer default nextval('turns'));
      insert into turned values (2);
      create table full_up (id serial primary key); insert into full_up values (3), (2147483647);
      create table infinite (id numeric primary key); create sequence infinite_id_seq owned by infinite.id;
      alter table infinite alter id set default nextval('infinite_id_seq'); insert into infinite values ('NaN');
    `);
    const refused = (name: string, sequence: string) =>
      expect(operator.preview(faulty(name, sequence), "resync-sequence")).rejects;
    await refused("fine", "fine_id_seq").toThrow("No row of public.fine holds a id that public.fine_id_seq has yet");
    await refused("turned", "turns").toThrow("begins anew");
    await refused("full_up", "full_up_id_seq").toThrow(
      "public.full_up.id holds 2147483647, and public.full_up_id_seq ends at 2147483647: past it no number would be left.",
    );
    await refused("infinite", "infinite_id_seq").toThrow("holds NaN");
  });
});
