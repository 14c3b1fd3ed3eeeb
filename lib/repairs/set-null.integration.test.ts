import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { auditCounts, imagesOf, keptBy, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { referenceSchemas } from "./testing/reference-schemas";

describe.each(referenceSchemas)("set-null with $label", ({ target, create }) => {
  const faulty = { check: "orphan_rows", target } as const;
  const { table } = target;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await create(database.db);
  });
  afterEach(() => database.drop());

  const requireValue = (column: string) =>
    sql`alter table ${tableSql(table)} alter column ${sql.id(column)} set not null`.execute(database.db);

  test("clears the reference of the orphans and of nobody else, and its undo puts it back", async () => {
    const before = await imagesOf(database.db, table);
    const run = await operator.repair(faulty, "set-null");
    expect(run).toMatchObject({ status: "succeeded", changed: 4, verification: { passed: true } });
    const after = await imagesOf(database.db, table);
    expect(after.filter((image) => !before.includes(image))).toHaveLength(4);
    expect(await keptBy(database.db, run.id)).toEqual(before.filter((image) => !after.includes(image)));
    expect(await auditCounts(database.db, run.id)).toEqual({ REFERENCE_CLEARED: 4 });
    expect(await operator.undo(run.id)).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("is refused on NOT NULL, and says so before the preview", async () => {
    await sql`delete from ${tableSql(table)} where ${sql.id(target.columns.at(-1) ?? "")} is null`.execute(database.db);
    for (const column of target.columns) await requireValue(column);
    await expect(operator.preview(faulty, "set-null")).rejects.toThrow("does not allow NULL");
    const offer = (await offerRepairs(operator.ctx, faulty)).find(({ repair }) => repair === "set-null");
    expect(offer?.refusal?.reason).toContain("does not allow NULL");
  });

  test.skipIf(target.columns.length === 1)("clears the columns that allow it, which is enough", async () => {
    await requireValue(target.columns[0] ?? "");
    const plan = await operator.preview(faulty, "set-null");
    expect(plan.effects).toEqual([
      `${target.columns[0]} does not allow NULL and stays; one empty column is enough to name no parent.`,
    ]);
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", verification: { passed: true } });
  });
});
