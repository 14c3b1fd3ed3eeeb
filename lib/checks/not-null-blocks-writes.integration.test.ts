import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

const table = { schema: "Sales Dept", name: "Visits" };
const target: ColumnTarget = { kind: "column", table, column: "Lead Id", nullable: true };

describe("not_null_blocks_writes", () => {
  let database: TestDatabase;
  const look = (of = target) => tryCheck(database, "not_null_blocks_writes", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Visits" (id integer primary key, "Lead Id" integer not null, "lead id" integer);
    `);
  });
  afterAll(() => database.drop());

  it("fails where the column is NOT NULL", async () => {
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it("looks at the column of exactly that name", async () => {
    expect(await look({ ...target, column: "lead id" })).toMatchObject({ status: "passing", count: 0 });
  });

  it("passes once NULL is allowed", async () => {
    await database.pool.query(`alter table "Sales Dept"."Visits" alter column "Lead Id" drop not null`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("is not checked where there is no such column", async () => {
    const absent = await look({ ...target, column: "LEAD ID" });
    expect(absent).toMatchObject({
      status: "not_checked",
      count: null,
      reason: "Sales Dept.Visits has no column LEAD ID.",
    });
  });
});
