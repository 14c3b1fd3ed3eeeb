import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunStatus } from "@/lib/runs/types";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { LeaseLost, moveOwnRun, moveRun } from "./move-run";
import { runEdges } from "./run-states";

const statuses = Object.keys(runEdges) as RunStatus[];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function createRun(status: RunStatus): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with plan as (
      insert into plumbline.plans (repair, target, schema_name, table_name, summary, steps, hash, created_by)
      values ('set-null', '{}', 'public', 'orders', 'a plan', '{}', '', 'test')
      returning id
    )
    insert into plumbline.runs (plan_id, status, schema_name, table_name, actor, reason, epoch)
    select id, ${status}, 'public', id::text, 'test', 'a reason', 7 from plan
    returning id
  `.execute(database.db);
  return rows[0]?.id ?? "";
}

async function statusOf(id: string): Promise<RunStatus | undefined> {
  const { rows } = await sql<{ status: RunStatus }>`select status from plumbline.runs where id = ${id}`.execute(
    database.db,
  );
  return rows[0]?.status;
}

describe.each(statuses)("a run that is %s", (from) => {
  test.each(statuses.filter((to) => to !== from))("can become %s only if there is such an edge", async (to) => {
    const id = await createRun(from);
    const isEdge = to in runEdges[from];
    expect(await moveRun(database.db, id, to)).toBe(isEdge);
    expect(await statusOf(id)).toBe(isEdge ? to : from);
  });

  test.each(statuses.filter((to) => to !== from && !(to in runEdges[from])))(
    "is kept from becoming %s by the database, too",
    async (to) => {
      const id = await createRun(from);
      const forced = sql`update plumbline.runs set status = ${to} where id = ${id}`.execute(database.db);
      await expect(forced).rejects.toThrow(`a run that is ${from} cannot become ${to}`);
      expect(await statusOf(id)).toBe(from);
    },
  );
});

test("the database has the same edges, and each has its reason", async () => {
  const { rows } = await sql<{ from: RunStatus; to: RunStatus }>`
    select from_status as from, to_status as to from plumbline.run_edges
  `.execute(database.db);
  const written = rows.map(({ from, to }) => `${from} → ${to}`);
  const known = statuses.flatMap((from) => Object.keys(runEdges[from]).map((to) => `${from} → ${to}`));
  expect(written.sort()).toEqual(known.sort());
});

test("an executor that another has followed moves nothing", async () => {
  const id = await createRun("running");
  await expect(moveOwnRun(database.db, { id, epoch: 6 }, "succeeded")).rejects.toBeInstanceOf(LeaseLost);
  expect(await statusOf(id)).toBe("running");
  await moveOwnRun(database.db, { id, epoch: 7 }, "succeeded");
  expect(await statusOf(id)).toBe("succeeded");
});
