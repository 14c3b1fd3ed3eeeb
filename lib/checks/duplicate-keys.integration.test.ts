import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { KeyTarget } from "./target";

const target: KeyTarget = { kind: "key", table: { schema: "Sales Dept", name: "Heads" }, columns: ["Year", "No"] };

describe("duplicate_keys", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "duplicate_keys", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" ("Id" integer primary key, "Year" integer, "No" text);
      insert into "Sales Dept"."Heads" values (1, 2024, 'a'), (2, 2024, 'b'), (3, 2025, 'a');
      create table "Sales Dept"."Keyless" ("Year" integer, "No" text) partition by list ("Year");
      create table "Sales Dept"."Keyless 2024" partition of "Sales Dept"."Keyless" for values in (2024);
      create table "Sales Dept"."Keyless 2025" partition of "Sales Dept"."Keyless" for values in (2025);
      insert into "Sales Dept"."Keyless" values (2024, 'a'), (2025, 'a'), (2025, 'a'), (2025, 'a');
    `);
  });
  afterAll(() => database.drop());

  it("passes while every value occurs once; values that share a part are different", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not take NULL for a duplicate of NULL", async () => {
    await run(`insert into "Sales Dept"."Heads" values (10, null, 'a'), (11, null, 'a'), (12, null, null)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("counts the rows beyond the first of each value", async () => {
    await run(`insert into "Sales Dept"."Heads" values (20, 2024, 'a'), (21, 2024, 'a'), (22, 2025, 'a')`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 3 });
    expect(found.sample.map((row) => row.Id)).toEqual(["20", "21", "22"]);
  });

  it("counts them in a partitioned table without a key", async () => {
    const keyless = { ...target, table: { schema: "Sales Dept", name: "Keyless" } };
    expect(await look(keyless)).toMatchObject({ status: "failing", count: 2 });
  });

  it("is proved by the unique key once the rows are mended", async () => {
    await run(`delete from "Sales Dept"."Heads" where "Id" in (20, 21, 22);
      alter table "Sales Dept"."Heads" add unique ("Year", "No")`);
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "proved" });
  });
});
