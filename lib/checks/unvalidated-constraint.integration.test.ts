import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";
import type { ReferenceTarget } from "./target";
import { unvalidatedConstraint } from "./unvalidated-constraint";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "Sales Dept", name: "Lines" },
  columns: ["Head"],
  parent: { schema: "Sales Dept", name: "Heads" },
  parentColumns: ["Id"],
  onDelete: "no action",
};

describe("unvalidated_constraint", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = () => tryCheck(database, "unvalidated_constraint", target);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" ("Id" integer primary key);
      create table "Sales Dept"."Lines" (id integer primary key, "Head" integer);
    `);
  });
  afterAll(() => database.drop());

  it("is not checked, and so not green, before there is a foreign key", async () => {
    expect(await look()).toMatchObject({
      status: "not_checked",
      count: null,
      reason: expect.stringContaining("add it first"),
    });
  });

  it("fails for a foreign key that was added NOT VALID, and finds it in the catalogue", async () => {
    await run(`alter table "Sales Dept"."Lines" add constraint "To Head"
      foreign key ("Head") references "Sales Dept"."Heads" not valid`);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
    const declared = unvalidatedConstraint.targets(await readCatalog(database.db));
    expect(declared).toMatchObject([{ constraint: "To Head", columns: ["Head"] }]);
    expect(await sentencesOf(database, "unvalidated_constraint")).toEqual([
      "The foreign key from Sales Dept.Lines (Head) to Sales Dept.Heads (Id) was added NOT VALID and never validated, so rows from before may break it.",
    ]);
  });

  it("passes once it is validated", async () => {
    await run(`alter table "Sales Dept"."Lines" validate constraint "To Head"`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("says of a foreign key that is not enforced that it cannot be validated as it is", async () => {
    if ((await readCatalog(database.db)).serverVersion < 180_000) return;
    await run(`alter table "Sales Dept"."Lines" alter constraint "To Head" not enforced`);
    expect(await sentencesOf(database, "unvalidated_constraint")).toEqual([
      "The foreign key from Sales Dept.Lines (Head) to Sales Dept.Heads (Id) is NOT ENFORCED: nothing checks it, and it cannot be validated until it is made ENFORCED.",
    ]);
    await run(`alter table "Sales Dept"."Lines" alter constraint "To Head" enforced`);
    expect(await look()).toMatchObject({ status: "passing" });
  });

  it("judges a foreign key to an account by what the catalogue says of it", async () => {
    await run(`create schema auth; create table auth.users (id uuid primary key);
      create table notes (id integer primary key, by uuid references auth.users)`);
    expect(await verdictsOf(database, "unvalidated_constraint")).toMatchObject({
      "public.notes (by) → auth.users (id)": "passing 0",
    });
  });

  it("fails again while the triggers that enforce it are disabled", async () => {
    await run(`alter table "Sales Dept"."Heads" disable trigger all`);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
    expect(await sentencesOf(database, "unvalidated_constraint")).toEqual([
      "The foreign key from Sales Dept.Lines (Head) to Sales Dept.Heads (Id) stops nothing: its triggers on Sales Dept.Heads are disabled. Enable them.",
    ]);
    await run(`alter table "Sales Dept"."Heads" enable trigger all`);
    expect(await look()).toMatchObject({ status: "passing" });
  });
});
