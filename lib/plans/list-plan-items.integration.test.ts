import { afterAll, beforeAll, expect, test } from "vitest";
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
