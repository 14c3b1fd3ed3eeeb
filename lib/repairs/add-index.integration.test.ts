import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ReferenceTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { addIndex } from "./add-index";
import { createOddSchema, lines, orders } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";

const orderOfLine: ReferenceTarget = {
  kind: "reference",
  table: lines,
  columns: ["order no", "YEAR"],
  parent: orders,
  parentColumns: ["Order No", "Year"],
  onDelete: "no action",
};

describe("add-index", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
  });
  afterEach(() => database.drop());

  const indexes = async () =>
    (await readCatalog(db)).find(lines)?.indexes.filter((index) => index.constraint === null) ?? [];

  it("builds it while the table is in use, and is undone", async () => {
    const tried = await tryRepair(db, addIndex, orderOfLine);
    expect(tried.steps).toMatchObject([{ concurrent: { index: { name: "Order Lines_order no_YEAR_idx" } } }]);
    await tried.apply();
    expect(await indexes()).toMatchObject([{ columns: ["order no", "YEAR"], valid: true, unique: false }]);
    await tried.undo();
    expect(await indexes()).toEqual([]);
  });

  it("gives the promised name", async () => {
    await (await tryRepair(db, addIndex, { ...orderOfLine, index: "My Index" })).apply();
    expect(await indexes()).toMatchObject([{ name: "My Index" }]);
  });

  it("refuses where an index begins with these columns, in whatever order", async () => {
    await sql`create index helpful on "Sales Dept"."Order Lines" ("YEAR", "order no", "Amount")`.execute(db);
    expect((await tryRepair(db, addIndex, orderOfLine)).refusal?.reason).toContain("by helpful");
  });

  it("does not take a partial index, a later column or an expression for one", async () => {
    await sql`create index on "Sales Dept"."Order Lines" ("order no", "YEAR") where "Amount" > 5`.execute(db);
    await sql`create index on "Sales Dept"."Order Lines" ("Amount", "order no", "YEAR")`.execute(db);
    await sql`create index on "Sales Dept"."Order Lines" (("order no" + 1), "YEAR")`.execute(db);
    const tried = await tryRepair(db, addIndex, orderOfLine);
    expect(tried.refusal).toBeNull();
    await tried.apply();
    expect(await indexes()).toHaveLength(4);
  });

  it("drops first what a broken attempt left behind", async () => {
    await sql`create index "Broken One" on "Sales Dept"."Order Lines" ("order no", "YEAR")`.execute(db);
    await sql`update pg_index set indisvalid = false where indexrelid = '"Sales Dept"."Broken One"'::regclass`.execute(
      db,
    );
    const tried = await tryRepair(db, addIndex, { ...orderOfLine, index: "Broken One" });
    expect(tried.steps).toHaveLength(2);
    await tried.apply();
    expect(await indexes()).toMatchObject([{ name: "Broken One", valid: true }]);
  });

  it("cuts a long name to what PostgreSQL keeps, without breaking a letter", async () => {
    const wanted = "ü".repeat(40);
    await (await tryRepair(db, addIndex, { ...orderOfLine, index: wanted })).apply();
    expect(await indexes()).toMatchObject([{ name: "ü".repeat(31) }]);
  });
});
