import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ColumnTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { auditCounts, imagesOf, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const schemas = [
  { label: "plain names", table: { schema: "public", name: "purchases" }, key: "id", column: "status" },
  {
    label: "quoted names",
    table: { schema: "Sales Dept", name: 'Order "Heads"' },
    key: "Order's No",
    column: "Sta$1tus",
  },
];

describe.each(schemas)("fill-default with $label", ({ table, key, column }) => {
  const target: ColumnTarget = { kind: "column", table, column };
  const faulty = { check: "null_despite_default", target } as const;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
  });
  afterEach(() => database.drop());

  /** Five rows, three of them empty. */
  async function create(type: RawBuilder<unknown>, value: RawBuilder<unknown>, text: string): Promise<void> {
    const run = (statement: RawBuilder<unknown>) => statement.execute(database.db);
    await run(sql`create schema if not exists ${sql.id(table.schema)}`);
    await run(
      sql`create table ${tableSql(table)} (${sql.id(key)} integer primary key, ${sql.id(column)} ${type} default ${value})`,
    );
    await run(
      sql`insert into ${tableSql(table)} select n, case when n > 3 then ${sql.lit(text)} end::${type} from generate_series(1, 5) as n`,
    );
  }

  async function values(): Promise<(string | null)[]> {
    const { rows } = await sql<{ value: string | null }>`
      select ${columnSql("t", column)}::text as value from ${tableSql(table)} as t order by ${columnSql("t", key)}
    `.execute(database.db);
    return rows.map(({ value }) => value);
  }

  test("fills the empty rows with the constant and its undo empties them again", async () => {
    await create(sql`text`, sql`'it''s new'`, "old");
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(faulty, "fill-default");
    expect(plan).toMatchObject({ willChange: 3, skipped: 0, effects: [] });
    expect(plan.sample[0]?.after?.[column]).toBe("it's new");
    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 3, verification: { passed: true } });
    expect(await values()).toEqual(["it's new", "it's new", "it's new", "old", "old"]);
    expect(await auditCounts(database.db, run.id)).toEqual({ DEFAULT_FILLED: 3 });
    expect(await operator.undo(run.id)).toMatchObject({ status: "succeeded", changed: 3 });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("makes a value of its own for each row, and the preview does not pretend to know it", async () => {
    await create(sql`uuid`, sql`gen_random_uuid()`, "6b47cbac-9009-42e3-9a37-b1106bf0cba0");
    const plan = await operator.preview(faulty, "fill-default");
    expect(plan.sample[0]?.after?.[column]).toBe("gen_random_uuid()");
    expect(plan.effects).toEqual(["The value is made for each row by gen_random_uuid() when the change runs."]);
    await operator.apply(plan);
    expect(new Set((await values()).slice(0, 3)).size).toBe(3);
  });

  test("takes the next numbers of a sequence only when it runs", async () => {
    await sql`create sequence numbers`.execute(database.db);
    await create(sql`bigint`, sql`nextval('numbers')`, "100");
    const plan = await operator.preview(faulty, "fill-default");
    await operator.apply(plan);
    expect((await values()).toSorted()).toEqual(["1", "100", "100", "2", "3"]);
  });

  test("is refused where there is no default", async () => {
    await create(sql`text`, sql`'new'`, "old");
    await sql`alter table ${tableSql(table)} alter column ${sql.id(column)} drop default`.execute(database.db);
    await expect(operator.preview(faulty, "fill-default")).rejects.toThrow("has no default");
  });

  test("fails as a whole, and changes nothing, where a rule of the table forbids the default", async () => {
    await create(sql`text`, sql`'new'`, "old");
    await sql`alter table ${tableSql(table)} add constraint never_new check (${sql.id(column)} <> 'new')`.execute(
      database.db,
    );
    const before = await imagesOf(database.db, table);
    const run = await operator.repair(faulty, "fill-default");
    expect(run.status).toBe("failed");
    expect(run.error).toContain("The constraint never_new");
    expect(run.undoRefusal).toBe("It changed nothing, so there is nothing to undo.");
    expect(await imagesOf(database.db, table)).toEqual(before);
    expect(await auditCounts(database.db, run.id)).toEqual({});
  });
});
