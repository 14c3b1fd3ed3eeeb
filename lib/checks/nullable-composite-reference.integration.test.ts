import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("nullable_composite_reference", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const label = "Sales Dept.Lines (YEAR, no) → Sales Dept.Heads (Year, No)";
  const look = () => verdictsOf(database, "nullable_composite_reference");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Heads" ("Year" integer, "No" integer, primary key ("Year", "No"));
      create table "Sales Dept"."Lines" (id integer primary key, "YEAR" integer not null, "no" integer not null,
        foreign key ("YEAR", "no") references "Sales Dept"."Heads");
      create table tenants (id integer primary key);
      create table teams (tenant integer not null references tenants, id integer, primary key (tenant, id));
    `);
  });
  afterAll(() => database.drop());

  it("passes where every part is always there", async () => {
    expect(await look()).toEqual({ [label]: "passing 0" });
  });

  it("does not report MATCH FULL, a CHECK on both parts, an optional parent within a tenant, and keys of one column", async () => {
    await run(`
      create table whole (a integer, b integer, foreign key (a, b) references teams match full);
      create table ruled (a integer, b integer, check ((a is null) = (b is null)), foreign key (a, b) references teams);
      create table tasks (tenant integer not null references tenants, team integer, foreign key (tenant, team) references teams);
      create table steps (tenant integer not null, id integer, above integer, primary key (tenant, id),
        foreign key (tenant, above) references steps);
      create table single (tenant integer references tenants);
    `);
    expect(await sentencesOf(database, "nullable_composite_reference")).toEqual([]);
    expect(Object.keys(await look())).toHaveLength(5);
  });

  it("fails where one part, or all of them, may be NULL alone", async () => {
    await run(`
      alter table "Sales Dept"."Lines" alter "no" drop not null;
      create table loose (a integer, b integer, check (b > 0), foreign key (a, b) references teams);
    `);
    expect(await sentencesOf(database, "nullable_composite_reference")).toEqual([
      "The foreign key from Sales Dept.Lines (YEAR, no) to Sales Dept.Heads (Year, No) says nothing of a row in which no is NULL, whatever the other columns hold.",
      "The foreign key from loose (a, b) to teams (tenant, id) says nothing of a row in which (a, b) are wholly or partly NULL, whatever the other columns hold.",
    ]);
  });

  it("passes once the part is required", async () => {
    await run(`alter table "Sales Dept"."Lines" alter "no" set not null; drop table loose`);
    expect(await sentencesOf(database, "nullable_composite_reference")).toEqual([]);
  });
});
