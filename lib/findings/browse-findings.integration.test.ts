import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { browseFindings, type Facet } from "./browse-findings";

const counts = (facets: Facet[]) => Object.fromEntries(facets.map(({ value, count }) => [value, count]));

describe("findings in a list", () => {
  let database: TestDatabase;
  const browse = (filter = {}) => browseFindings(contextAs("viewer", database), { check: "orphan_rows", ...filter });
  const scan = async () => {
    const { scan: begun } = await beginScan(database.db, system);
    await runScan(database, begun.id, system);
  };
  const changes = async () => {
    const { findings } = await browse();
    return Object.fromEntries(findings.map(({ tableName, change }) => [tableName, change]));
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create table people (id integer primary key);
      insert into people select generate_series(1, 50)`);
    for (const name of ["grows", "shrinks", "stays", "breaks", "mended"]) {
      await database.pool.query(`
        create table ${name} (id integer primary key, person integer references people not null);
        alter table ${name} disable trigger all;
        insert into ${name} select n, case when n <= ${name === "breaks" ? 0 : 5} then n + 100 else n end
          from generate_series(1, 20) as n`);
    }
    await scan();
  });
  afterAll(() => database.drop());

  it("say nothing of a change after the first scan", async () => {
    expect(Object.values(await changes())).toEqual(Array(5).fill(null));
  });

  it("say what is new, worse, better and fixed since the scan before", async () => {
    await database.pool.query(`
      update grows set person = 200 where id between 6 and 8;
      update shrinks set person = 1 where id = 1;
      update breaks set person = 200 where id = 1;
      update mended set person = 1`);
    await scan();
    await vi.waitFor(async () =>
      expect(await changes()).toEqual({
        grows: "worse",
        shrinks: "better",
        stays: null,
        breaks: "new",
        mended: "fixed",
      }),
    );
    expect((await browse({ change: "new" })).findings).toMatchObject([{ tableName: "breaks", count: 1 }]);
  });

  it("count for each question what its other answers would give", async () => {
    const { total, findings, facets } = await browse({ status: "failing", table: "grows" });
    expect([total, findings.length]).toEqual([1, 1]);
    expect(facets.table.map(({ label }) => label).toSorted()).toEqual(
      ["breaks", "grows", "shrinks", "stays"].map((name) => `public.${name}`),
    );
    expect(counts(facets.status)).toEqual({ failing: 1 });
    expect(counts((await browse()).facets.status)).toEqual({ failing: 4, passing: 1 });
    expect((await browse({ status: "attention", standing: "dismissed" })).total).toBe(0);
  });

  it("tell tables of one name in two schemas apart", async () => {
    await database.pool.query(`
      create schema "Old Shop";
      create table "Old Shop".grows (id integer primary key, person integer references people not null)`);
    await scan();
    const chosen = { schema: "Old Shop", table: "grows" };
    const { findings, facets } = await browse(chosen);
    expect(findings).toMatchObject([{ schemaName: "Old Shop", tableName: "grows" }]);
    const named = facets.table.filter(({ label }) => label.endsWith(".grows"));
    expect(named.toSorted((left, right) => left.label.localeCompare(right.label))).toEqual([
      { value: JSON.stringify(["Old Shop", "grows"]), label: "Old Shop.grows", count: 1 },
      { value: JSON.stringify(["public", "grows"]), label: "public.grows", count: 1 },
    ]);
  });

  it("say since when they fail, and can be asked for by that", async () => {
    await database.pool.query(`
      update plumbline.findings set first_failed_at = now() - interval '3 days' where table_name = 'stays';
      update plumbline.findings set first_failed_at = now() - interval '30 days' where table_name = 'shrinks'`);
    const { findings, facets } = await browse({ since: "week" });
    expect(findings.map(({ tableName }) => tableName)).toEqual(["stays"]);
    expect(counts(facets.since)).toMatchObject({ day: 2, week: 1, older: 1 });
    expect((await browse({ since: "older" })).findings.map(({ tableName }) => tableName)).toEqual(["shrinks"]);
  });
});
