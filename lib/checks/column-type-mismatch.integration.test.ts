import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

describe("column_type_mismatch", () => {
  let database: TestDatabase;
  const look = (column: string, type?: string) => {
    const target: ColumnTarget = { kind: "column", table: { schema: "Sales Dept", name: "Visits" }, column, type };
    return tryCheck(database, "column_type_mismatch", target);
  };

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Visits" (
        "Customer Id" bigint, short varchar(20), "At" timestamptz, amount numeric(12,2), tags text[]
      );
    `);
  });
  afterAll(() => database.drop());

  it.each([
    ["Customer Id", "text"],
    ["short", "text"],
    ["short", "varchar(40)"],
    ["At", "timestamp"],
    ["tags", "text"],
  ])("fails where %s is not %s", async (column, type) => {
    expect(await look(column, type)).toMatchObject({ status: "failing", count: 1 });
  });

  it.each([
    ["Customer Id", "int8"],
    ["short", "VARCHAR(20)"],
    ["At", "timestamp with time zone"],
    ["amount", "decimal(12,2)"],
    ["tags", "text[]"],
  ])("passes where %s is %s, however it is spelled", async (column, type) => {
    expect(await look(column, type)).toMatchObject({ status: "passing", count: 0 });
  });

  it("passes once the type is changed", async () => {
    await database.pool.query(`alter table "Sales Dept"."Visits" alter column "Customer Id" type text`);
    expect(await look("Customer Id", "text")).toMatchObject({ status: "passing", count: 0 });
  });
});
