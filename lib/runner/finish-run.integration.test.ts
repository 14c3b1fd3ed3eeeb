import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { finishRun } from "./finish-run";
import { type EndStatus, runEdges } from "./run-states";

const statuses = Object.keys(runEdges) as (keyof typeof runEdges)[];
const ends: EndStatus[] = ["succeeded", "failed", "interrupted"];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function createRun(status: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with plan as (
      insert into plumbline.plans (repair, target, schema_name, table_name, summary, steps, hash, created_by)
      values ('set-null', '{}', 'public', 'orders', 'a plan', '{}', '', 'test')
      returning id
    )
    insert into plumbline.runs (plan_id, status, schema_name, table_name, actor, reason)
    select id, ${status}, 'public', id::text, 'test', 'a reason' from plan
    returning id
  `.execute(database.db);
  return rows[0]?.id ?? "";
}

async function statusOf(id: string): Promise<string | undefined> {
  const { rows } = await sql<{ status: string }>`select status from plumbline.runs where id = ${id}`.execute(
    database.db,
  );
  return rows[0]?.status;
}

describe.each(statuses)("a run that is %s", (from) => {
  test.each(ends)(`can become %s only if there is such an edge`, async (to) => {
    const id = await createRun(from);
    const finished = finishRun(database.db, id, { status: to });
    if (to in runEdges[from]) await finished;
    else await expect(finished).rejects.toMatchObject({ code: "conflict" });
    expect(await statusOf(id)).toBe(to in runEdges[from] ? to : from);
  });
});
