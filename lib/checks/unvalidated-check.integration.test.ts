import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("unvalidated_check", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Lines" (id integer primary key, "Left" integer, constraint "Some Left" check ("Left" >= 0));
    `);
  });
  afterAll(() => database.drop());

  it("passes for a CHECK that holds for every row", async () => {
    expect(await verdictsOf(database, "unvalidated_check")).toEqual({
      "Sales Dept.Lines (Left): Some Left": "passing 0",
    });
  });

  it("does not report foreign keys and NOT NULL, nor a CHECK that was validated later", async () => {
    await run(`
      create table heads (id integer primary key);
      create table uses (id integer not null, head integer, age integer);
      alter table uses add constraint to_head foreign key (head) references heads not valid;
      alter table uses add constraint old check (age > 1) not valid;
      alter table uses validate constraint old;
    `);
    expect(await sentencesOf(database, "unvalidated_check")).toEqual([]);
  });

  it("fails for one that was added NOT VALID, and for one that is not enforced", async () => {
    await run(`alter table "Sales Dept"."Lines" add constraint "Few Left" check ("Left" < 100) not valid`);
    const expected = [
      "The CHECK constraint Few Left of Sales Dept.Lines was added NOT VALID and never validated: it holds for new rows, and nobody knows of the old ones.",
    ];
    if ((await readCatalog(database.db)).serverVersion >= 180_000) {
      await run(`alter table uses add constraint "A Hope" check (age < 150) not enforced`);
      expected.push(
        "The CHECK constraint A Hope of uses is NOT ENFORCED: PostgreSQL checks neither old rows nor new ones.",
      );
    }
    expect(await sentencesOf(database, "unvalidated_check")).toEqual(expected);
  });

  it("passes once it is validated", async () => {
    await run(`alter table "Sales Dept"."Lines" validate constraint "Few Left"; drop table uses`);
    expect(await sentencesOf(database, "unvalidated_check")).toEqual([]);
  });
});
