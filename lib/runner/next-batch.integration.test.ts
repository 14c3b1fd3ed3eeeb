import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { nextBatch } from "./next-batch";
import type { RunPosition } from "./run-position";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Item {
  outcome?: "change" | "skip";
  result?: "changed" | "put_off";
  create?: string;
  to?: string;
}

/** A plan whose work list these are, in order. */
async function planOf(items: Item[]): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into plumbline.plans (id, repair, target, schema_name, table_name, summary, steps, hash, created_by)
    values (${id}, 'set-null', '{}', 'public', 'orders', 'a plan', '{}', '', 'test')
  `.execute(database.db);
  for (const [index, { outcome = "change", result = null, create, to }] of items.entries()) {
    const made = create === undefined ? null : JSON.stringify({ create: { name: create } });
    const choice = to === undefined ? made : JSON.stringify({ to: { id: to } });
    await sql`
      insert into plumbline.run_items (plan_id, position, key, outcome, digest, choice, result)
      values (${id}, ${index + 1}, '{}', ${outcome}, '', ${choice}::jsonb, ${result})
    `.execute(database.db);
  }
  return id;
}

const at = (position: number, batches: number): RunPosition => ({
  status: "running",
  position,
  batches,
  changed: 0,
  skipped: 0,
});
const pairs = { rows: 2, grouped: false, patient: false };

test("goes through the list in its order, over what is skipped, and then takes what was put off", async () => {
  const plan = await planOf([{ outcome: "skip" }, {}, {}, { result: "put_off" }, {}, { outcome: "skip" }]);
  const next = (position: number, batches: number) => nextBatch(database.db, plan, pairs, at(position, batches));
  expect(await next(0, 0)).toEqual({ number: 1, pass: "first", first: 2, last: 3, held: false });
  expect(await next(3, 1)).toEqual({ number: 2, pass: "first", first: 5, last: 5, held: false });
  expect(await next(5, 2)).toEqual({ number: 3, pass: "last", first: 4, last: 4, held: true });
});

test("takes what was put off in stretches no wider than a batch, whatever lies between", async () => {
  const plan = await planOf([{ result: "put_off" }, {}, {}, { result: "put_off" }, { result: "put_off" }]);
  const next = () => nextBatch(database.db, plan, pairs, at(5, 3));
  expect(await next()).toEqual({ number: 4, pass: "last", first: 1, last: 2, held: true });
  await sql`update plumbline.run_items set result = null where plan_id = ${plan} and position = 1`.execute(database.db);
  expect(await next()).toMatchObject({ first: 4, last: 5, held: true });
});

test("ends when nothing is left", async () => {
  const plan = await planOf([{ result: "changed" }, { outcome: "skip" }]);
  expect(await nextBatch(database.db, plan, pairs, at(1, 1))).toBeNull();
});

test("keeps rows together that need the same new row, and waits for those that others hold", async () => {
  const plan = await planOf([{ create: "a" }, { create: "b" }, { create: "b" }, { create: "b" }, {}, { create: "c" }]);
  const grouped = { rows: 2, grouped: true, patient: true };
  const next = (position: number) => nextBatch(database.db, plan, grouped, at(position, 0));
  expect(await next(0)).toMatchObject({ pass: "last", first: 1, last: 4 });
  expect(await next(4)).toMatchObject({ first: 5, last: 6 });
});

test("keeps rows together that are merged into one", async () => {
  const plan = await planOf([
    { to: "a" },
    { to: "b" },
    { to: "b" },
    { to: "b" },
    { to: "c" },
    { outcome: "skip", to: "b" },
  ]);
  const grouped = { rows: 2, grouped: true, patient: true };
  const next = (position: number) => nextBatch(database.db, plan, grouped, at(position, 0));
  expect(await next(0)).toMatchObject({ first: 1, last: 4 });
  expect(await next(4)).toMatchObject({ first: 5, last: 5 });
});

test("takes the whole list at once where all rows must change together", async () => {
  const plan = await planOf([{}, {}, {}, {}, {}]);
  const whole = { rows: null, grouped: false, patient: true };
  expect(await nextBatch(database.db, plan, whole, at(0, 0))).toMatchObject({ first: 1, last: 5 });
});
