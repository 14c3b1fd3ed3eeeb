import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("nullable_boolean", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = () => catalogFailures(database, "nullable_boolean");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Flags" (id integer primary key, "Is On" boolean not null);
    `);
  });
  afterAll(() => database.drop());

  it("passes where a boolean is NOT NULL", async () => {
    const found = await catalogVerdicts(database, "nullable_boolean");
    expect(found.map(({ label, status }) => [label, status])).toEqual([["Sales Dept.Flags (Is On)", "passing"]]);
  });

  it("does not ask it of arrays, bits, numbers and domains that say it themselves", async () => {
    await run(`
      create domain flag as boolean not null;
      create table alike (id integer primary key, many boolean[], one bit, yes smallint, sure flag, "boolean" text)`);
    expect(await failing()).toEqual([]);
  });

  it("fails where NULL is a third answer, with a default or without", async () => {
    await run(`alter table "Sales Dept"."Flags" add "Is Open" boolean default false, add seen boolean`);
    expect(await failing()).toEqual([
      ["Sales Dept.Flags (Is Open)", 1],
      ["Sales Dept.Flags (seen)", 1],
    ]);
  });

  it("passes once they are NOT NULL", async () => {
    await run(`alter table "Sales Dept"."Flags" alter "Is Open" set not null, alter seen set not null`);
    expect(await failing()).toEqual([]);
  });
});
