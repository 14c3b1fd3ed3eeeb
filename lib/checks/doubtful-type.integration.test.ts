import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("doubtful_type", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = async () => (await catalogFailures(database, "doubtful_type")).map(([label]) => label);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Visits" (id integer primary key, "At" timestamptz, until timestamptz(3));
    `);
  });
  afterAll(() => database.drop());

  it("passes for moments with their time zone", async () => {
    const found = await catalogVerdicts(database, "doubtful_type");
    expect(found.map(({ label, status }) => [label, status])).toEqual([
      ["Sales Dept.Visits (At)", "passing"],
      ["Sales Dept.Visits (until)", "passing"],
    ]);
  });

  it("does not report dates, times of day, numbers, text, and a single character", async () => {
    await run(`create table alike (day date, at time, price numeric(12,2), name varchar(20), flag char, kind "char", free bpchar,
      money text, "timestamp without time zone" text)`);
    expect(await failing()).toEqual([]);
  });

  it("fails for timestamps without time zone, money and padded text, also in a domain", async () => {
    await run(`
      create domain price as money;
      alter table "Sales Dept"."Visits" add "Old At" timestamp, add made timestamp(3), add paid money, add code char(8),
        add cost price`);
    const found = (await catalogVerdicts(database, "doubtful_type")).filter(({ status }) => status === "failing");
    expect(found.map(({ message }) => message.replace(/(?<=, which \w+) .*/, ""))).toEqual([
      "Sales Dept.Visits.Old At is timestamp without time zone, which does",
      "Sales Dept.Visits.made is timestamp(3) without time zone, which does",
      "Sales Dept.Visits.paid is money, which changes",
      "Sales Dept.Visits.code is character(8), which pads",
      "Sales Dept.Visits.cost is money, which changes",
    ]);
  });

  it("passes once the types are changed", async () => {
    await run(`alter table "Sales Dept"."Visits" alter "Old At" type timestamptz, alter made type timestamptz,
      alter paid type numeric(12,2), alter code type text, alter cost type numeric`);
    expect(await failing()).toEqual([]);
    expect(await catalogVerdicts(database, "doubtful_type")).toHaveLength(4);
  });
});
