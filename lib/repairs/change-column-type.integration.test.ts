import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { ColumnTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { serverVersion } from "@/lib/testing/server-version";
import { changeColumnType } from "./change-column-type";
import { createOddSchema, lines } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";

const amount: ColumnTarget = { kind: "column", table: lines, column: "Amount", type: "text" };

describe("change-column-type", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
  });
  afterEach(() => database.drop());

  const values = async () =>
    (
      await sql`select "Line $plumbline$ No" as line, "Amount"::text as amount from "Sales Dept"."Order Lines" order by 1`.execute(
        db,
      )
    ).rows;
  const typeNow = async () => (await readCatalog(db)).find(lines)?.columns.find(({ name }) => name === "Amount")?.type;
  const refusal = async (target: ColumnTarget = amount) =>
    (await tryRepair(db, changeColumnType, target)).refusal?.reason;

  it("keeps every value, and is undone to the same values", async () => {
    const before = await values();
    const tried = await tryRepair(db, changeColumnType, amount);
    expect(tried.summary).toContain("40 rows");
    await tried.apply();
    expect([await typeNow(), await values()]).toEqual(["text", before]);
    await tried.undo();
    expect([await typeNow(), await values()]).toEqual(["bigint", before]);
  });

  it("keeps NULL, and the indexes and keys of the column", async () => {
    await sql`alter table "Sales Dept"."Order Lines" alter "Amount" drop not null, add unique ("Amount")`.execute(db);
    await sql`update "Sales Dept"."Order Lines" set "Amount" = null where "Line $plumbline$ No" = 1`.execute(db);
    const before = await values();
    await (await tryRepair(db, changeColumnType, amount)).apply();
    expect(await values()).toEqual(before);
    expect((await readCatalog(db)).find(lines)?.uniqueKeys).toMatchObject([{ columns: ["Amount"] }]);
  });

  it("converts a large table by way of a second column, with every value, index and key", async () => {
    await sql`alter table "Sales Dept"."Order Lines" alter "Amount" drop not null, add unique ("Amount")`.execute(db);
    await sql`update "Sales Dept"."Order Lines" set "Amount" = null where "Line $plumbline$ No" = 1`.execute(db);
    const before = await values();
    const large = await tryRepair(db, changeColumnType, amount, {}, { rows: "5000000" });
    expect(large.refusal).toBeNull();
    expect(large.steps.map(({ lock }) => lock.effect).join()).not.toContain("rewritten");
    await large.apply();
    expect([await typeNow(), await values()]).toEqual(["text", before]);
    expect((await readCatalog(db)).find(lines)?.uniqueKeys).toMatchObject([{ columns: ["Amount"] }]);
    await (await tryRepair(db, changeColumnType, { ...amount, type: "bigint" }, {}, { rows: "5000000" })).apply();
    expect([await typeNow(), await values()]).toEqual(["bigint", before]);
  });

  it("lets no value into a large table that would be written otherwise, and refuses an index that it cannot make anew", async () => {
    const key = { ...amount, type: "numeric(30,2)" };
    const lossless = await tryRepair(db, changeColumnType, key, {}, { rows: "5000000", losses: 0 });
    await expect(lossless.apply()).rejects.toThrow(/check constraint/);
    await lossless.undo();
    await sql`create index "Odd" on "Sales Dept"."Order Lines" ("Amount" desc)`.execute(db);
    const { refusal: odd } = await tryRepair(db, changeColumnType, amount, {}, { rows: "5000000" });
    expect(odd?.reason).toContain('the index "Odd", which is not a plain one');
  });

  it.each(["before", "Line $plumbline$ No", 'it\'s "100%"'])("converts a column that is called %s", async (column) => {
    if (column !== "Line $plumbline$ No") {
      await sql`alter table "Sales Dept"."Order Lines" rename "Amount" to ${sql.id(column)}`.execute(db);
    }
    const read = () => sql`select ${sql.id(column)}::text as v from "Sales Dept"."Order Lines" order by 1`.execute(db);
    const { rows } = await read();
    const tried = await tryRepair(db, changeColumnType, { ...amount, column });
    await tried.apply();
    expect((await read()).rows).toEqual(rows);
    await tried.undo();
    expect((await read()).rows).toEqual(rows);
  });

  it("cannot be undone when a value no longer converts, and then changes nothing", async () => {
    const tried = await tryRepair(db, changeColumnType, amount);
    await tried.apply();
    await sql`update "Sales Dept"."Order Lines" set "Amount" = 'A-7' where "Line $plumbline$ No" = 1`.execute(db);
    await expect(tried.undo()).rejects.toMatchObject({ code: "22P02" });
    expect(await typeNow()).toBe("text");
  });

  it("cannot be undone when a value would be written differently", async () => {
    const tried = await tryRepair(db, changeColumnType, amount);
    await tried.apply();
    await sql`update "Sales Dept"."Order Lines" set "Amount" = '007' where "Line $plumbline$ No" = 1`.execute(db);
    await expect(tried.undo()).rejects.toMatchObject({ code: "22000" });
    expect(await typeNow()).toBe("text");
  });

  it("refuses in the preview when values would be lost, and counts them; before PostgreSQL 16 the change itself refuses", async () => {
    if ((await serverVersion()) < 160_000) {
      const tried = await tryRepair(db, changeColumnType, { ...amount, type: "integer" });
      expect(tried.summary).toContain("older than 16 cannot say beforehand");
      await expect(tried.apply()).rejects.toMatchObject({ code: "22003" });
      return;
    }
    expect(await refusal({ ...amount, type: "integer" })).toContain("40 values of Sales Dept.Order Lines.Amount");
    await sql`alter table "Sales Dept"."Order Lines" alter "Text" drop default`.execute(db);
    expect(await refusal({ ...amount, column: "Text", type: "character varying(3)" })).toContain("40 values");
    expect(await refusal({ ...amount, column: "Text", type: "character varying(4)" })).toBeUndefined();
  });

  it("names what relies on the type of the column", async () => {
    for (const statement of [
      sql`create view "Sales Dept"."My View" as select "Amount" from "Sales Dept"."Order Lines"`,
      sql`create table "Sales Dept".amounts (amount bigint primary key)`,
      sql`insert into "Sales Dept".amounts select "Amount" from "Sales Dept"."Order Lines"`,
      sql`alter table "Sales Dept"."Order Lines"
        add constraint positive check ("Amount" > 0),
        add constraint known foreign key ("Amount") references "Sales Dept".amounts,
        add "Twice" bigint generated always as ("Amount" * 2) stored`,
      sql`create index "Large" on "Sales Dept"."Order Lines" ("Text") where "Amount" > 5`,
      sql`create index "Plain" on "Sales Dept"."Order Lines" ("Amount")`,
      sql`create policy "Own" on "Sales Dept"."Order Lines" using ("Amount" > 5)`,
    ]) {
      await statement.execute(db);
    }
    const reason = (await refusal()) ?? "";
    for (const name of ["My View", "positive", "known", "Twice", "Large", "Own"]) expect(reason).toContain(name);
    expect(reason).not.toContain("Plain");
    expect(await refusal({ ...amount, table: { schema: "Sales Dept", name: "amounts" }, column: "amount" })).toContain(
      "the foreign key known",
    );
  });

  it("refuses where a default or an identity relies on the type", async () => {
    await sql`alter table "Sales Dept"."Order Lines" alter "Amount" set default 5`.execute(db);
    expect(await refusal()).toContain("the default 5");
    await sql`alter table "Sales Dept"."Order Lines" alter "Amount" drop default,
      alter "Amount" add generated always as identity`.execute(db);
    expect(await refusal()).toContain("identity");
  });

  it("refuses inherited and partitioned tables", async () => {
    await sql`create table "Sales Dept".later () inherits ("Sales Dept"."Order Lines")`.execute(db);
    expect(await refusal()).toContain("the inherited table");
    await sql`create table "Sales Dept".parts ("Amount" bigint) partition by list ("Amount")`.execute(db);
    expect(await refusal({ ...amount, table: { schema: "Sales Dept", name: "parts" } })).toContain("partitioned");
  });

  it("refuses what is no type", async () => {
    expect(await refusal({ ...amount, type: "text; drop table x" })).toContain("not the name of a type");
    expect(await refusal({ ...amount, type: "bigint" })).toContain("bigint already");
  });
});
