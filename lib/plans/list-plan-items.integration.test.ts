import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { listPlanItems } from "./list-plan-items";
import type { Plan } from "./types";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is no schema to repair");

let database: TestDatabase;
let plan: Plan;
beforeAll(async () => {
  database = await createTestDatabase();
  await plain.create(database.db);
  plan = await repairer(database).preview({ check: "orphan_rows", target: plain.target }, "set-null");
});
afterAll(() => database.drop());

test("a work list of many parts is stored in one order, each row once, and counted as a whole", async () => {
  const { target } = plain;
  await sql`insert into ${tableSql(target.table)} (author_id, written_at) select 1000 + n, now() from generate_series(1, 10_001) as n`.execute(
    database.db,
  );
  const operator = repairer(database);
  const { id, willChange, sample } = await operator.preview({ check: "orphan_rows", target }, "set-null");
  expect(willChange).toBe(10_005);
  expect(sample).toHaveLength(14);
  const { rows } = await database.pool.query(
    `select count(*)::integer as items, count(distinct key)::integer as keys, max(position)::integer as last,
      bool_and(key ->> 'id' > before) as ordered
    from (select *, lag(key ->> 'id') over (order by position) as before from plumbline.run_items where plan_id = $1) as i`,
    [id],
  );
  expect(rows).toEqual([{ items: 10_005, keys: 10_005, last: 10_005, ordered: true }]);
});

test("the work list comes page by page, each row once, in the order in which a run takes it", async () => {
  const viewer = contextAs("viewer", database);
  const positions: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPlanItems(viewer, { planId: plan.id, cursor, limit: 3 });
    positions.push(...page.items.map(({ position }) => position));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(positions).toEqual([1, 2, 3, 4]);
  expect(await listPlanItems(viewer, { planId: plan.id, outcome: "skip" })).toEqual({ items: [], nextCursor: null });
});
