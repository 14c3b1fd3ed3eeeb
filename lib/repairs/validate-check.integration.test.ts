import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ConstraintTarget } from "@/lib/checks/target";
import { imagesOf, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const table = { schema: "Sales Dept", name: 'Order "Lines"' };
const target: ConstraintTarget = { kind: "constraint", table, constraint: "It's > 0", columns: ["Amount"] };
const faulty = { check: "unvalidated_check", target } as const;

describe("validate-check", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Lines""" ("No" integer primary key, "Amount" integer);
      insert into "Sales Dept"."Order ""Lines""" values (1, 5), (2, null), (3, -1);
      alter table "Sales Dept"."Order ""Lines""" add constraint "It's > 0" check ("Amount" > 0) not valid;
    `);
  });
  afterAll(() => database.drop());

  const validated = async () => (await readCatalog(database.db)).find(table)?.checkConstraints?.[0]?.validated;

  test("is refused while rows break the rule, and counts them", async () => {
    await expect(operator.preview(faulty, "validate-check")).rejects.toThrow(
      '1 row of Sales Dept.Order "Lines" breaks It\'s > 0. Mend it first',
    );
  });

  test("proves the rule while the table is in use, changes no row, and has nothing to undo", async () => {
    await run(`update "Sales Dept"."Order ""Lines""" set "Amount" = 1 where "No" = 3`);
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(faulty, "validate-check");
    expect(plan.steps).toMatchObject([{ lock: { mode: "SHARE UPDATE EXCLUSIVE" }, inverse: null }]);
    expect(await validated()).toBe(false);
    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", verification: { passed: true } });
    expect([await validated(), await imagesOf(database.db, table)]).toEqual([true, before]);
    await expect(operator.previewUndo(done.id)).rejects.toThrow("None of its steps that were done has a way back.");
    await expect(operator.preview(faulty, "validate-check")).rejects.toThrow("is validated already");
  });

  test("is refused for a rule that is gone, and for one that nothing enforces", async () => {
    const other = { ...faulty, target: { ...target, constraint: "gone" } };
    await expect(operator.preview(other, "validate-check")).rejects.toThrow("has no CHECK constraint gone any more");
    if ((await readCatalog(database.db)).serverVersion < 180_000) return;
    await run(`alter table "Sales Dept"."Order ""Lines""" add constraint "Note" check ("Amount" < 9) not enforced`);
    const note = { ...faulty, target: { ...target, constraint: "Note" } };
    await expect(operator.preview(note, "validate-check")).rejects.toThrow("is NOT ENFORCED");
  });
});
