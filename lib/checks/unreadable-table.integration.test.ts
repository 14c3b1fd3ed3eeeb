import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "@/lib/db";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("unreadable_table", () => {
  const role = `tableless_${process.pid}`;
  let database: TestDatabase;
  let asRole: Engine;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create role ${role};
      create schema "Closed Off";
      create table "Closed Off"."The Table" (id integer primary key);
      create table revoked (id integer primary key);
      create table granted (id integer primary key);
      grant select on granted, "Closed Off"."The Table" to ${role};
    `);
    asRole = createEngine(`${database.url}?options=${encodeURIComponent(`-c role=${role}`)}`);
  });
  afterAll(async () => {
    await asRole.close();
    await run(`drop owned by ${role}; drop role ${role}`);
    await database.drop();
  });

  it("says nothing where every table can be read", async () => {
    expect(await verdictsOf(database, "unreadable_table")).toEqual({});
  });

  it("is not checked, with the reason, for a table or a schema that is closed, and silent for one that is not", async () => {
    expect(await verdictsOf(asRole, "unreadable_table")).toEqual({
      "Closed Off.The Table": "not_checked",
      "public.revoked": "not_checked",
    });
    expect(await sentencesOf(asRole, "unreadable_table")).toContain("Plumbline's database user may not read revoked.");
  });

  it("is silent again once the right is given", async () => {
    await run(`grant select on revoked to ${role}; grant usage on schema "Closed Off" to ${role}`);
    expect(await verdictsOf(asRole, "unreadable_table")).toEqual({});
  });
});
