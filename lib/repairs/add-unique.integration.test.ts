import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { KeyTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { addUnique } from "./add-unique";
import { createOddSchema, orders } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";

const number: KeyTarget = { kind: "key", table: orders, columns: ["Order No", "Year"], constraint: 'One "No" a year' };

describe("add-unique", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
  });
  afterEach(() => database.drop());

  const insert = (no: number) =>
    sql`insert into "Sales Dept"."Order ""Heads""" ("Key", "Year", "Order No") values (gen_random_uuid(), 2025, ${no})`.execute(
      db,
    );
  const keys = async () => (await readCatalog(db)).find(orders)?.uniqueKeys;

  it("forbids a second row from then on, and is undone", async () => {
    const tried = await tryRepair(db, addUnique, number);
    await tried.apply();
    expect(await keys()).toEqual([{ name: 'One "No" a year', columns: ["Order No", "Year"], kind: "unique" }]);
    await expect(insert(1)).rejects.toMatchObject({ code: "23505" });
    await tried.undo();
    expect(await keys()).toEqual([]);
    expect((await readCatalog(db)).find(orders)?.indexes).toHaveLength(1);
  });

  it("builds the index while the table is in use, then takes the lock for a moment", async () => {
    const { steps } = await tryRepair(db, addUnique, number);
    expect(steps.map((step) => [step.lock.mode, step.concurrent !== undefined])).toEqual([
      ["SHARE UPDATE EXCLUSIVE", true],
      ["ACCESS EXCLUSIVE", false],
    ]);
  });

  it("refuses while duplicates remain and counts them", async () => {
    await insert(1);
    await insert(3);
    await insert(3);
    expect((await tryRepair(db, addUnique, number)).refusal?.reason).toMatch(
      /^2 values of .* rows with NULL are fine/i,
    );
  });

  it("takes rows with NULL as different", async () => {
    await sql`update "Sales Dept"."Order ""Heads""" set "Note's" = 'x' || "Order No" where "Order No" > 2`.execute(db);
    const tried = await tryRepair(db, addUnique, { kind: "key", table: orders, columns: ["Note's"] });
    await tried.apply();
    expect(await keys()).toMatchObject([{ name: 'Order "Heads"_Note\'s_key' }]);
  });

  it("refuses where the columns are unique already, in whatever order", async () => {
    await (await tryRepair(db, addUnique, number)).apply();
    const again = await tryRepair(db, addUnique, { ...number, columns: ["Year", "Order No"] });
    expect(again.refusal?.reason).toContain('unique already, by One "No" a year');
  });

  it("drops first what a broken attempt left behind", async () => {
    await insert(1);
    const broken = sql`create unique index concurrently "One ""No"" a year" on "Sales Dept"."Order ""Heads""" ("Order No", "Year")`;
    await expect(broken.execute(db)).rejects.toMatchObject({ code: "23505" });
    await sql`delete from "Sales Dept"."Order ""Heads""" where ctid in (
      select max(ctid) from "Sales Dept"."Order ""Heads""" group by "Order No", "Year" having count(*) > 1)`.execute(
      db,
    );
    const tried = await tryRepair(db, addUnique, number);
    expect(tried.statements[0]).toBe('drop index concurrently if exists "Sales Dept"."One ""No"" a year"');
    await tried.apply();
    expect(await keys()).toMatchObject([{ name: number.constraint }]);
  });

  it("goes on where an earlier run had built the index", async () => {
    await sql`create unique index "One ""No"" a year" on "Sales Dept"."Order ""Heads""" ("Order No", "Year")`.execute(
      db,
    );
    const tried = await tryRepair(db, addUnique, number);
    expect(tried.steps).toHaveLength(1);
    await tried.apply();
    expect(await keys()).toMatchObject([{ name: number.constraint }]);
  });

  it("takes another name where the wanted one belongs to something else", async () => {
    await sql`create table "Sales Dept"."One ""No"" a year" (id integer)`.execute(db);
    const tried = await tryRepair(db, addUnique, number);
    await tried.apply();
    expect(await keys()).toMatchObject([{ name: 'One "No" a year_1' }]);
  });

  it("refuses a partitioned table with the reason", async () => {
    await sql`create table "Sales Dept".parts (a integer, b integer) partition by list (a)`.execute(db);
    const target: KeyTarget = { kind: "key", table: { schema: "Sales Dept", name: "parts" }, columns: ["a"] };
    expect((await tryRepair(db, addUnique, target)).refusal?.reason).toContain("partitioned");
  });
});
