import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { columnList, tableSql } from "@/lib/db";
import { auditCounts, imagesOf, keptBy, repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { referenceSchemas } from "./testing/reference-schemas";

describe.each(referenceSchemas)("delete-orphans with $label", ({ target, key, create }) => {
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

  test("removes the orphans and nothing else, keeps each as it was, and audits each", async () => {
    const before = await imagesOf(database.db, table);
    const plan = await operator.preview(faulty, "delete-orphans");
    expect(plan).toMatchObject({ willChange: 4, unchanged: 0, skipped: 0 });
    expect(plan.confirmation).toEqual({ kind: "phrase", phrase: `delete 4 rows of ${table.name}` });
    expect(await imagesOf(database.db, table)).toEqual(before);

    const run = await operator.apply(plan);
    expect(run).toMatchObject({
      status: "succeeded",
      changed: 4,
      skipped: 0,
      verification: { passed: true, after: 0 },
    });
    const left = await imagesOf(database.db, table);
    expect(left).toHaveLength(5);
    expect(await keptBy(database.db, run.id)).toEqual(before.filter((image) => !left.includes(image)));
    expect(await auditCounts(database.db, run.id)).toEqual({ [target.rowEvent ?? "ORPHANED_ROW_DETECTED"]: 4 });
  });

  test("is refused while rows refer to the orphans", async () => {
    await createOwned();
    await own();
    await expect(operator.preview(faulty, "delete-orphans")).rejects.toThrow(
      "4 rows of public.owned (owner) refer to them",
    );
  });

  test("is refused where a rule makes something else of it, also of its undo", async () => {
    const rule = (event: string) =>
      sql`create rule other as on ${sql.raw(event)} to ${tableSql(table)} do instead nothing`.execute(database.db);
    const run = await operator.repair(faulty, "delete-orphans");
    await rule("insert");
    await expect(operator.previewUndo(run.id)).rejects.toThrow("A rule (CREATE RULE) on");
    await expect(operator.preview(faulty, "delete-orphans")).rejects.toThrow("A rule (CREATE RULE) on");
  });

  test("leaves an orphan alone that was given a row of its own after the preview", async () => {
    await createOwned();
    const plan = await operator.preview(faulty, "delete-orphans");
    await own();
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 0, skipped: 4 });
    expect((await operator.skippedItems(plan.id)).map(({ reason }) => reason)).toEqual(
      Array(4).fill("Rows of its own refer to it."),
    );
    expect(await rowsOf(database.db, { schema: "public", name: "owned" })).toHaveLength(9);
  });

  /** A table whose rows go when what they refer to goes. */
  async function createOwned(): Promise<void> {
    const columns = columnList(key);
    await sql`create table owned as select ${columns} from ${tableSql(table)} limit 0`.execute(database.db);
    await sql`alter table owned add constraint owner foreign key (${columns}) references ${tableSql(table)} on delete cascade`.execute(
      database.db,
    );
  }

  const own = () => sql`insert into owned select ${columnList(key)} from ${tableSql(table)}`.execute(database.db);
});

test("a table without a key is refused with the reason", async () => {
  const database = await createTestDatabase();
  try {
    await sql`create table parents (id integer primary key)`.execute(database.db);
    await sql`create table loose (parent_id integer)`.execute(database.db);
    const target: ReferenceTarget = {
      kind: "reference",
      table: { schema: "public", name: "loose" },
      columns: ["parent_id"],
      parent: { schema: "public", name: "parents" },
      parentColumns: ["id"],
      onDelete: "no action",
    };
    const preview = repairer(database).preview({ check: "orphan_rows", target }, "delete-orphans");
    await expect(preview).rejects.toThrow("neither a primary key nor a unique key without NULLs");
  } finally {
    await database.drop();
  }
});
