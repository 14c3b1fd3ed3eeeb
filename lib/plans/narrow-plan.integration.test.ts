import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { exportPlan } from "@/lib/exports/export-plan";
import { applyFiles } from "@/lib/exports/testing/apply-files";
import type { Narrowing } from "@/lib/runner/narrowing";
import { repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { listPlanItems } from "./list-plan-items";

const lines = { schema: "public", name: "Order Lines" };
const target: ReferenceTarget = {
  kind: "reference",
  table: lines,
  columns: ["order"],
  parent: { schema: "public", name: "orders" },
  parentColumns: ["id"],
  onDelete: "cascade",
};
const faulty = { check: "orphan_rows", target } as const;
const key = (tenant: number, no: string) => ({ tenant: String(tenant), "no'": no });

const schema = `
  drop table if exists notes, "Order Lines", orders;
  create table orders (id integer primary key);
  create table "Order Lines" (tenant integer, "no'" text, "order" integer, primary key (tenant, "no'"));
  create table notes (tenant integer, line text, foreign key (tenant, line) references "Order Lines");
  insert into orders values (1);
  insert into "Order Lines" values (1, 'a', 1), (1, 'b', 7), (1, 'it''s', 8), (2, 'a', 9), (2, 'b', 9);
  insert into notes values (2, 'b');
`;

describe("a plan for chosen rows", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
  });
  beforeEach(() => database.pool.query(schema));
  afterAll(() => database.drop());

  const keysOf = async (planId: string) =>
    (await listPlanItems(operator.ctx, { planId })).items.map((item) => item.key);

  test("holds these and no others, says so, and is undone like any other", async () => {
    await database.pool.query("delete from notes");
    const asFound = await rowsOf(database.db, lines);
    const narrowing = { only: [key(1, "it's"), key(2, "a"), key(1, "a"), key(9, "gone")] };
    const plan = await operator.preview(faulty, "delete-orphans", {}, narrowing);
    expect(await keysOf(plan.id)).toEqual([key(1, "it's"), key(2, "a")]);
    expect(plan).toMatchObject({ willChange: 2, skipped: 0, narrowing });
    expect(plan.effects[0]).toBe(
      "It is narrowed to 4 chosen rows; every other row of the finding stays as it is. 2 chosen rows do not have the fault and are not in the list.",
    );
    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 2, verification: { passed: true, after: 2 } });
    expect(await rowsOf(database.db, lines)).toEqual(["(1,a,1)", "(1,b,7)", "(2,b,9)"]);
    await operator.undo(run.id);
    expect(await rowsOf(database.db, lines)).toEqual(asFound);
  });

  test("may be for all but some, and what stands in the way of those is no reason against the others", async () => {
    await expect(operator.preview(faulty, "delete-orphans")).rejects.toThrow("1 row of public.notes");
    const plan = await operator.preview(faulty, "delete-orphans", {}, { except: [key(2, "b")] });
    expect(await keysOf(plan.id)).toEqual([key(1, "b"), key(1, "it's"), key(2, "a")]);
    expect(plan.effects[0]).toBe("It is narrowed: 1 row of the finding that was taken out stays as it is.");
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 3 });
    expect(await rowsOf(database.db, lines)).toEqual(["(1,a,1)", "(2,b,9)"]);
  });

  test("names a row by its whole key or is refused, and is for repairs of rows", async () => {
    const preview = (only: Record<string, string>[]) => operator.preview(faulty, "delete-orphans", {}, { only });
    await expect(preview([{ tenant: "1" }])).rejects.toThrow("A row is chosen by its key, which is tenant and no'");
    await expect(preview([key(1, "b"), { ...key(1, "a"), order: "1" }])).rejects.toThrow("A row is chosen by its key");
    await expect(preview([{ tenant: "one", "no'": "a" }])).rejects.toThrow("that was given does not fit its column");
    await expect(preview([])).rejects.toThrow("Choose a row first.");
    const schemaFault = { check: "missing_foreign_key", target } as const;
    const narrowing = { only: [key(1, "b")] };
    await expect(operator.preview(schemaFault, "add-foreign-key", {}, narrowing)).rejects.toThrow(
      "changes the table and not its rows",
    );
  });

  test("is exported with the keys, and touches no other row of a copy", async () => {
    const copy = await createEmptyDatabase();
    try {
      await copy.pool.query(schema);
      const asFound = await rowsOf(copy.db, lines);
      const cases: [Narrowing, string[]][] = [
        [{ only: [key(1, "it's")] }, asFound.filter((row) => !row.includes("it's"))],
        [{ except: [key(1, "it's"), key(2, "b")] }, ["(1,a,1)", "(1,it's,8)", "(2,b,9)"]],
      ];
      for (const [narrowing, left] of cases) {
        const plan = await operator.preview(faulty, "delete-orphans", {}, narrowing);
        const exported = await exportPlan(operator.ctx, plan.id);
        expect(exported.migrations[0]?.sql).toContain("named by the keys they have where it was previewed");
        await applyFiles(copy.url, exported.migrations);
        expect(await rowsOf(copy.db, lines)).toEqual(left);
        await applyFiles(copy.url, exported.undo);
        expect(await rowsOf(copy.db, lines)).toEqual(asFound);
      }
    } finally {
      await copy.drop();
    }
  });
});
