import { type Kysely, type SqlBool, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ReferenceTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { addForeignKey } from "./add-foreign-key";
import { createOddSchema, lines, orders } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";

const orderOfLine: ReferenceTarget = {
  kind: "reference",
  table: lines,
  columns: ["YEAR", "order no"],
  parent: orders,
  parentColumns: ["Year", "Order No"],
  onDelete: "cascade",
};

describe("add-foreign-key", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
    await sql`alter table "Sales Dept"."Order ""Heads""" add constraint one unique ("Order No", "Year")`.execute(db);
  });
  afterEach(() => database.drop());

  const orphan = (no: number) =>
    sql`insert into "Sales Dept"."Order Lines" ("YEAR", "Line $plumbline$ No", "order no", "Amount")
      values (1999, ${no}, 7, 1)`.execute(db);
  const foreignKeys = async () => (await readCatalog(db)).find(lines)?.foreignKeys;

  it("adds it and validates it where no orphan is, in two steps", async () => {
    const tried = await tryRepair(db, addForeignKey, orderOfLine);
    expect(tried.steps.map((step) => step.lock.mode)).toEqual(["SHARE ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE"]);
    await tried.apply();
    expect(await foreignKeys()).toMatchObject([
      { name: "Order Lines_YEAR_order no_fkey", validated: true, onDelete: "cascade", parent: orders },
    ]);
    await tried.undo();
    expect(await foreignKeys()).toEqual([]);
  });

  it("stops new orphans while old ones remain, and leaves validation for later", async () => {
    await orphan(1);
    await orphan(2);
    const tried = await tryRepair(db, addForeignKey, orderOfLine);
    expect(tried.summary).toContain("stops new orphans before the old ones are cleaned: there are 2 orphans now");
    await tried.apply();
    expect(await foreignKeys()).toMatchObject([{ validated: false }]);
    await expect(orphan(3)).rejects.toMatchObject({ code: "23503" });
  });

  it("does not count a row with NULL in the reference as an orphan", async () => {
    await sql`update "Sales Dept"."Order Lines" set "YEAR" = 1990 where "order no" is null`.execute(db);
    expect((await tryRepair(db, addForeignKey, orderOfLine)).steps).toHaveLength(2);
  });

  it("says what happens on delete as the operator chose", async () => {
    await (await tryRepair(db, addForeignKey, orderOfLine, { onDelete: "restrict" })).apply();
    expect(await foreignKeys()).toMatchObject([{ onDelete: "restrict" }]);
  });

  it("refuses set null where the columns do not allow NULL, and does not offer it", async () => {
    const tried = await tryRepair(db, addForeignKey, orderOfLine, { onDelete: "set null" });
    expect(tried.refusal?.reason).toContain("YEAR does not allow NULL");
    const catalog = await readCatalog(db);
    const table = catalog.find(lines);
    if (!table) throw new Error("The table is missing.");
    const fault = { joins: [], where: sql<SqlBool>`false` };
    const context = {
      check: "missing_foreign_key",
      fault,
      catalog,
      table,
      target: orderOfLine,
      input: {},
      facts: {},
    } as const;
    const fields = addForeignKey.fields?.(context) ?? [];
    const offered = fields.flatMap((field) => (field.kind === "select" ? field.options.map(({ value }) => value) : []));
    expect(offered).toEqual(["no action", "restrict", "cascade"]);
  });

  it("names the unique key as the step to take first", async () => {
    await sql`alter table "Sales Dept"."Order ""Heads""" drop constraint one`.execute(db);
    expect((await tryRepair(db, addForeignKey, orderOfLine)).refusal?.first).toEqual({
      repair: "add-unique",
      check: "missing_unique",
      target: { kind: "key", table: orders, columns: ["Year", "Order No"] },
    });
  });

  it("refuses types that PostgreSQL cannot compare", async () => {
    const byKey: ReferenceTarget = { ...orderOfLine, columns: ["Text"], parentColumns: ["Key"] };
    expect((await tryRepair(db, addForeignKey, byKey)).refusal?.reason).toMatch(/Text is text; .*Key is uuid/);
  });

  it("compares types of one family, as PostgreSQL does", async () => {
    await sql`alter table "Sales Dept"."Order ""Heads""" alter "Order No" type numeric, alter "Year" type smallint`.execute(
      db,
    );
    const tried = await tryRepair(db, addForeignKey, orderOfLine);
    await tried.apply();
    expect(await foreignKeys()).toMatchObject([{ validated: true }]);
  });

  it("refuses a second one that says the same", async () => {
    await (await tryRepair(db, addForeignKey, { ...orderOfLine, constraint: "Mine" })).apply();
    const swapped = { ...orderOfLine, columns: ["order no", "YEAR"], parentColumns: ["Order No", "Year"] };
    expect((await tryRepair(db, addForeignKey, swapped)).refusal?.reason).toContain("already: Mine");
  });

  it("takes another name where the wanted one is a constraint's already", async () => {
    await sql`alter table "Sales Dept"."Order Lines" add constraint "Mine" check ("Amount" > 0)`.execute(db);
    await (await tryRepair(db, addForeignKey, { ...orderOfLine, constraint: "Mine" })).apply();
    expect(await foreignKeys()).toMatchObject([{ name: "Mine_1" }]);
  });

  it("refuses a parent or a column that is not there", async () => {
    const gone = { ...orderOfLine, parent: { schema: "Sales Dept", name: "gone" } };
    expect((await tryRepair(db, addForeignKey, gone)).refusal?.reason).toContain("no table Sales Dept.gone");
    const wrong = { ...orderOfLine, parentColumns: ["Year", "order no"] };
    expect((await tryRepair(db, addForeignKey, wrong)).refusal?.reason).toContain("order no");
  });
});
