import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

describe("missing_default", () => {
  let database: TestDatabase;
  const look = (column: string) => {
    const table = { schema: "Sales Dept", name: "Purchases" };
    const target: ColumnTarget = { kind: "column", table, column, default: "uuid" };
    return tryCheck(database, "missing_default", target);
  };

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Purchases" (
        "Id" uuid primary key,
        "Fixed" uuid default '00000000-0000-4000-8000-000000000000',
        "Looks Made" varchar(40) default 'gen_random_uuid()'::varchar(40),
        "Sum" integer default (1 + 2) * 3,
        "Made" uuid default gen_random_uuid(),
        "Counted" bigint generated always as identity
      );
    `);
  });
  afterAll(() => database.drop());

  it("fails where the column has no default", async () => {
    expect(await look("Id")).toMatchObject({ status: "failing", count: 1 });
  });

  it.each(["Fixed", "Looks Made", "Sum"])(
    "fails where the default of %s is one constant, which only the first row could take",
    async (column) => {
      expect(await look(column)).toMatchObject({ status: "failing", count: 1 });
    },
  );

  it.each(["Made", "Counted"])("passes where the database makes the value of %s", async (column) => {
    expect(await look(column)).toMatchObject({ status: "passing", count: 0 });
  });

  it("passes once the default is set", async () => {
    await database.pool.query(`alter table "Sales Dept"."Purchases" alter column "Id" set default gen_random_uuid()`);
    expect(await look("Id")).toMatchObject({ status: "passing", count: 0 });
  });
});
