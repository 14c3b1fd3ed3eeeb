import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { earlyInAMinute } from "./testing/early-in-a-minute";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(() => earlyInAMinute(database.db));

/** As another web process has it: with nothing in memory. */
async function otherProcess(): Promise<typeof import("./take-call")> {
  Reflect.deleteProperty(globalThis, Symbol.for("plumbline.api-grants"));
  return import("./take-call");
}

test("two processes together allow no more than the limit, and at least nine tenths of it", async () => {
  const { takeCall } = await otherProcess();
  const calls = { subject: "key:shared", perMinute: 100 };
  const mine = globalThis as { [name: symbol]: unknown };
  const slot = Symbol.for("plumbline.api-grants");
  const memories = [new Map(), new Map()];
  let allowed = 0;
  for (let turn = 0; turn < 150; turn += 1) {
    mine[slot] = memories[turn % 2];
    allowed += Number((await takeCall(database, calls)).isAllowed);
  }
  expect(allowed).toBeLessThanOrEqual(100);
  expect(allowed).toBeGreaterThanOrEqual(90);
});

test("calls at the same instant are each counted once, and asked of the database a few at a time", async () => {
  const { takeCall } = await otherProcess();
  const asked = vi.spyOn(database.pool, "connect");
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => takeCall(database, { subject: "key:burst", perMinute: 120 })),
  );
  expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(120);
  expect(asked.mock.calls.length).toBeLessThanOrEqual(22);
  expect(answers.at(-1)).toMatchObject({ isAllowed: false, limit: 120, remaining: 0 });
});

test("a new minute begins anew, and what was counted long ago is forgotten", async () => {
  const calls = { subject: "address:10.0.0.1", perMinute: 1 };
  const first = await otherProcess();
  expect((await first.takeCall(database, calls)).isAllowed).toBe(true);
  expect((await first.takeCall(database, calls)).isAllowed).toBe(false);
  await sql`update plumbline.api_usage set minute = minute - interval '1 hour'`.execute(database.db);
  const second = await otherProcess();
  expect((await second.takeCall(database, calls)).isAllowed).toBe(true);
  const { rows } = await sql<{ subject: string }>`select subject from plumbline.api_usage`.execute(database.db);
  expect(rows).toEqual([{ subject: calls.subject }]);
});
