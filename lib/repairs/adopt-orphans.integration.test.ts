import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { auditCounts, repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { referenceSchemas } from "./testing/reference-schemas";

describe.each(referenceSchemas)("adopt-orphans with $label", ({ target, adopted, create }) => {
  const faulty = { check: "orphan_rows", target } as const;
  const { table, parent } = target;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await create(database.db);
  });
  afterEach(() => database.drop());

  test("makes each missing parent from its orphans, which stay as they are", async () => {
    const [children, parents] = [await rowsOf(database.db, table), await rowsOf(database.db, parent)];
    const plan = await operator.preview(faulty, "adopt-orphans");
    expect(plan).toMatchObject({ willChange: 4, skipped: 0, confirmation: { kind: "plain" } });
    expect(plan.summary).toMatch(/^2 rows of .+ will be created; 4 rows of .+ get their parents back/);
    expect(plan.sample.slice(0, 2).map(({ before }) => before)).toEqual([null, null]);

    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 4, verification: { passed: true } });
    expect(await rowsOf(database.db, table)).toEqual(children);
    const created = (await rowsOf(database.db, parent)).filter((row) => !parents.includes(row));
    expect(created).toEqual(adopted);
    const rowEvent = target.rowEvent ?? "ORPHANED_ROW_DETECTED";
    expect(await auditCounts(database.db, run.id)).toEqual({ [rowEvent]: 4, PARENT_RECREATED: 2 });
  });

  test("skips the orphans that give no value for a column that must have one", async () => {
    const [body] = Object.values(target.adopt?.columns ?? {}).flatMap((source) =>
      source.from === "firstText" ? [source.column] : [],
    );
    await sql`update ${tableSql(table)} as t set ${sql.id(body ?? "")} = null where t::text like '%a start%'`.execute(
      database.db,
    );
    const plan = await operator.preview(faulty, "adopt-orphans");
    expect(plan).toMatchObject({ willChange: 2, skipped: 2 });
    const run = await operator.apply(plan);
    expect(run).toMatchObject({
      status: "succeeded",
      changed: 2,
      skipped: 2,
      verification: { passed: false, after: 2 },
    });
    const [skipped] = await operator.skippedItems(plan.id);
    expect(skipped?.reason).toMatch(/^Nothing gives a value for (name|Title's) of its new row/);
  });

  test("leaves a group alone whose orphans became more after the preview", async () => {
    const plan = await operator.preview(faulty, "adopt-orphans");
    const columns = sql.join(target.columns.map((name) => sql.id(name)));
    await sql`update ${tableSql(table)} set (${columns}) = (
      select ${columns} from ${tableSql(table)} as gone where gone::text like '%late start%'
    ) where ${sql.id(target.columns.at(-1) ?? "")} is null`.execute(database.db);
    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    const reasons = (await operator.skippedItems(plan.id)).map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(["What it would be given is not what was previewed."]));
  });
});
