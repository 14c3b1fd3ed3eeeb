import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ReferenceTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { createOddSchema, lines, orders } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";
import { validateConstraint } from "./validate-constraint";

const orderOfLine: ReferenceTarget = {
  kind: "reference",
  table: lines,
  columns: ["YEAR", "order no"],
  parent: orders,
  parentColumns: ["Year", "Order No"],
  onDelete: "no action",
};

describe("validate-constraint", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
    await sql`alter table "Sales Dept"."Order ""Heads""" add unique ("Order No", "Year")`.execute(db);
  });
  afterEach(() => database.drop());

  const addForeignKey = () =>
    sql`alter table "Sales Dept"."Order Lines" add constraint "To Order" foreign key ("YEAR", "order no")
      references "Sales Dept"."Order ""Heads""" ("Year", "Order No") not valid`.execute(db);
  const orphan = () =>
    sql`insert into "Sales Dept"."Order Lines" ("YEAR", "Line $plumbline$ No", "order no", "Amount")
      values (1999, 1, 7, 1)`.execute(db);

  it("marks the foreign key valid", async () => {
    await addForeignKey();
    const tried = await tryRepair(db, validateConstraint, orderOfLine);
    expect(tried.statements).toEqual(['alter table "Sales Dept"."Order Lines" validate constraint "To Order"']);
    await tried.apply();
    expect((await readCatalog(db)).find(lines)?.foreignKeys).toMatchObject([{ validated: true }]);
    expect((await tryRepair(db, validateConstraint, orderOfLine)).refusal?.reason).toContain("validated already");
  });

  it("refuses while orphans remain, counts them and names the repair to take first", async () => {
    await orphan();
    await addForeignKey();
    const { refusal } = await tryRepair(db, validateConstraint, orderOfLine);
    expect(refusal?.reason).toMatch(/^1 row of Sales Dept.Order Lines \(YEAR, order no\) still names/);
    expect(refusal?.first).toEqual({ repair: "delete-orphans", check: "orphan_rows", target: orderOfLine });
  });

  it("prefers to keep the orphans where their parents can be recreated", async () => {
    await orphan();
    await addForeignKey();
    const adopting = { ...orderOfLine, adopt: { orderBy: "Amount", columns: {} } };
    expect((await tryRepair(db, validateConstraint, adopting)).refusal?.first?.repair).toBe("adopt-orphans");
  });

  it("sends to the foreign key first where there is none", async () => {
    expect((await tryRepair(db, validateConstraint, orderOfLine)).refusal?.first).toEqual({
      repair: "add-foreign-key",
      check: "missing_foreign_key",
      target: orderOfLine,
    });
  });

  it("refuses a foreign key that is not enforced, and says what to do first", async () => {
    if ((await readCatalog(db)).serverVersion < 180_000) return;
    await addForeignKey();
    await sql`alter table "Sales Dept"."Order Lines" alter constraint "To Order" not enforced`.execute(db);
    const { refusal } = await tryRepair(db, validateConstraint, orderOfLine);
    expect(refusal?.reason).toBe(
      "To Order is NOT ENFORCED and cannot be validated until it is made ENFORCED. Ask whoever owns Sales Dept.Order Lines to alter the constraint.",
    );
  });

  it("does not trust a valid foreign key whose triggers are disabled", async () => {
    await addForeignKey();
    await (await tryRepair(db, validateConstraint, orderOfLine)).apply();
    await sql`alter table "Sales Dept"."Order Lines" disable trigger all`.execute(db);
    expect((await tryRepair(db, validateConstraint, orderOfLine)).refusal?.reason).toContain("triggers are disabled");
  });
});
