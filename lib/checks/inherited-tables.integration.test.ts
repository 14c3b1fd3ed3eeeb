import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { KeyTarget, ReferenceTarget } from "./target";

const assets = { schema: "public", name: "assets" };
const target: ReferenceTarget = {
  kind: "reference",
  table: assets,
  columns: ["owner_id"],
  parent: { schema: "public", name: "owners" },
  parentColumns: ["id"],
  onDelete: "no action",
};
const reason = "Other tables inherit from assets";

describe("a table that others inherit from", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create schema "Fleet";
      create table owners (id integer primary key);
      create table assets (id integer primary key, owner_id integer, note text);
      create table "Fleet"."Cars" (plate text) inherits (assets);
      insert into owners values (1);
      insert into assets values (5, 55, 'orphan');
      insert into "Fleet"."Cars" values (5, 1, 'healthy', 'x')`);
  });
  afterAll(() => database.drop());

  it("is not checked: its keys and foreign keys do not hold for the rows of the others", async () => {
    const found = await tryCheck(database, "orphan_rows", target);
    expect(found).toMatchObject({ status: "not_checked", count: null, reason: expect.stringContaining(reason) });
    const key: KeyTarget = { kind: "key", table: assets, columns: ["id"] };
    expect(await tryCheck(database, "duplicate_keys", key)).toMatchObject({ status: "not_checked" });
  });

  it("is not repaired: one key may be that of two rows", async () => {
    const preview = repairer(database).preview({ check: "orphan_rows", target }, "delete-orphans");
    await expect(preview).rejects.toThrow(reason);
    expect((await run("select note from assets order by note")).rows).toEqual([
      { note: "healthy" },
      { note: "orphan" },
    ]);
  });

  it("is no parent to check against either", async () => {
    await run("create table trips (id integer primary key, asset_id integer)");
    const trips = { schema: "public", name: "trips" };
    const trip = { ...target, table: trips, columns: ["asset_id"], parent: assets };
    expect((await tryCheck(database, "orphan_rows", trip)).reason).toContain(reason);
  });

  it("leaves the one that inherits, and a partitioned table, to be checked", async () => {
    await run(`
      create table parted (id integer, owner_id integer) partition by list (id);
      create table parted_1 partition of parted for values in (1)`);
    for (const table of [
      { schema: "Fleet", name: "Cars" },
      { schema: "public", name: "parted" },
    ])
      expect(await tryCheck(database, "orphan_rows", { ...target, table })).toMatchObject({ status: "passing" });
    const catalog = await readCatalog(database.db);
    expect(catalog.tables.filter(({ inherited }) => inherited).map(({ name }) => name)).toEqual(["assets"]);
  });
});
