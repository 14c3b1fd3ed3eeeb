import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ColumnTarget } from "@/lib/checks/target";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { dropNotNull } from "./drop-not-null";
import { createOddSchema, lines } from "./testing/odd-schema";
import { tryRepair } from "./testing/try-repair";

const amount: ColumnTarget = {
  kind: "column",
  table: lines,
  column: "Amount",
  nullable: true,
  comment: "It's \\ known $plumbline$ later",
};

describe("drop-not-null", () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    db = database.db;
    await createOddSchema(db);
  });
  afterEach(() => database.drop());

  async function column() {
    const { rows } = await sql<{ nullable: boolean; comment: string | null }>`
      select not attnotnull as nullable, col_description(attrelid, attnum) as comment
      from pg_attribute
      where attrelid = '"Sales Dept"."Order Lines"'::regclass and attname = 'Amount'`.execute(db);
    return rows[0];
  }

  it("lets NULL in and says why in the comment", async () => {
    const tried = await tryRepair(db, dropNotNull, amount);
    expect(tried.refusal).toBeNull();
    await tried.apply();
    expect(await column()).toEqual({ nullable: true, comment: amount.comment });
  });

  it("is undone to the same column and comment", async () => {
    await sql`comment on column "Sales Dept"."Order Lines"."Amount" is 'in cents'`.execute(db);
    const before = await column();
    const tried = await tryRepair(db, dropNotNull, amount);
    await tried.apply();
    await tried.undo();
    expect(await column()).toEqual(before);
  });

  it("cannot be undone while a row holds NULL", async () => {
    const tried = await tryRepair(db, dropNotNull, amount);
    await tried.apply();
    await sql`update "Sales Dept"."Order Lines" set "Amount" = null where "Line $plumbline$ No" = 1`.execute(db);
    await expect(tried.undo()).rejects.toMatchObject({ code: "23502" });
  });

  it("leaves a comment alone that says the same", async () => {
    await (await tryRepair(db, dropNotNull, amount)).apply();
    await sql`alter table "Sales Dept"."Order Lines" alter column "Amount" set not null`.execute(db);
    expect((await tryRepair(db, dropNotNull, amount)).steps).toHaveLength(1);
  });

  it("refuses a column of the primary key", async () => {
    const tried = await tryRepair(db, dropNotNull, { ...amount, column: "YEAR" });
    expect(tried.refusal?.reason).toContain("primary key");
  });

  it("refuses a column that allows NULL already", async () => {
    const tried = await tryRepair(db, dropNotNull, { ...amount, column: "order no" });
    expect(tried.refusal?.reason).toContain("allows NULL already");
  });

  it("refuses an identity column", async () => {
    await sql`alter table "Sales Dept"."Order Lines" add "Nr" integer generated always as identity`.execute(db);
    const tried = await tryRepair(db, dropNotNull, { ...amount, column: "Nr" });
    expect(tried.refusal?.reason).toContain("identity");
  });
});
