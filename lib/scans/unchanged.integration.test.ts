import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { serverVersion } from "@/lib/testing/server-version";
import { mayHoldBack, readClock } from "./held-back-writes";
import { found, scanOf } from "./testing/scan-of";

let database: TestDatabase;
/** Before PostgreSQL 15 it cannot be told that nothing was written. */
const unchanged = (await serverVersion()) < 150_000 ? "exact" : "unchanged";
const run = (text: string) => database.pool.query(text);
const orphans = async () => {
  expect(await scanOf(database)).toMatchObject({ status: "succeeded" });
  return found(database, "orphan_rows");
};
const asMeasured = async () =>
  (
    await sql`
      select id, measured_at, status, count, sample from plumbline.findings where check_code = 'orphan_rows' order by id
    `.execute(database.db)
  ).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  await run(`
    create table people (id integer primary key);
    create table visits (id integer primary key, person integer);
    create table notes (id integer primary key, person integer);
    insert into people select generate_series(1, 100);
    insert into visits select n, n from generate_series(1, 103) as n;
    insert into notes select n, n from generate_series(1, 102) as n;
    alter table visits add constraint person foreign key (person) references people not valid;
    alter table notes add constraint person foreign key (person) references people not valid;
  `);
});
afterAll(() => database.drop());

it("is not read again while nothing is written, and says since when", async () => {
  expect(await orphans()).toEqual(["notes failing 2 exact", "visits failing 3 exact"]);
  const measured = await asMeasured();
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, `visits failing 3 ${unchanged}`]);
  if (unchanged === "unchanged") expect(await asMeasured()).toEqual(measured);
});

it("is read again after every kind of write, and only the table that was written to", async () => {
  await run("insert into visits values (104, null)");
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, "visits failing 3 exact"]);
  await run("update visits set person = null where id = 103");
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, "visits failing 2 exact"]);
  await run("delete from visits where id = 102");
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, "visits failing 1 exact"]);
  await run("truncate visits");
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, "visits passing 0 exact"]);
  expect(await orphans()).toEqual([`notes failing 2 ${unchanged}`, `visits passing 0 ${unchanged}`]);
});

it("is read again when a parent is written to", async () => {
  await run("insert into people values (101)");
  expect(await orphans()).toEqual(["notes failing 1 exact", "visits passing 0 exact"]);
});

it("is read again when a column of that name is another one", async () => {
  expect(await orphans()).toEqual([`notes failing 1 ${unchanged}`, `visits passing 0 ${unchanged}`]);
  await run(`alter table notes drop column person, add column person integer default 500;
    alter table notes add constraint person foreign key (person) references people not valid`);
  expect(await orphans()).toEqual(["notes failing 102 exact", `visits passing 0 ${unchanged}`]);
});

it("is read again while somebody else may hold back the count of a write", async () => {
  const somebody = new pg.Client({ connectionString: database.url });
  await somebody.connect();
  // The first statement is reported at once; what follows within a second is held back for ten.
  await somebody.query("select 1");
  await somebody.query("update notes set person = 1 where id = 1");
  await somebody.query("update notes set person = 1 where id = 2");
  expect(await mayHoldBack(database, (await readClock(database)).now)).toBe(true);
  expect(await orphans()).toEqual(["notes failing 100 exact", "visits passing 0 exact"]);
  await somebody.end();
});
