import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checksDirectory } from "@/lib/custom-checks/read-files";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { callScan } from "./testing/call-scan";

describe("plumbline scan with checks in files", () => {
  let database: TestDatabase;
  let directory: string;
  const at = (name: string) => path.join(directory, checksDirectory, name);
  const scan = async (...words: string[]) =>
    callScan(["--database-url", database.url, "--format", "json", ...words], { directory, env: {} });
  const notChecked = (out: string): { target: { name: string }; message: string }[] =>
    JSON.parse(out).findings.filter(({ status }: { status: string }) => status === "not_checked");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query("create schema shop; create table shop.orders (id integer primary key, total numeric)");
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "plumbline-files-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("never leaves out a broken file because of --schema: it does not say for certain which schema it is about", async () => {
    mkdirSync(path.join(directory, checksDirectory));
    writeFileSync(at("none.sql"), "t.total < 0");
    writeFileSync(at("typing-error.sql"), "-- table: shp.orders\nt.total < 0");
    writeFileSync(at("good.sql"), "-- table: shop.orders\nt.total < 0");
    const { code, out } = await scan("--schema", "shop");
    expect(notChecked(out)).toMatchObject([
      { target: { name: "plumbline-checks.none.sql: none.sql" }, message: expect.stringContaining("says no check") },
      { target: { name: "shp.orders: typing-error.sql" }, message: expect.stringContaining("no table shp.orders") },
    ]);
    expect(code).toBe(2);
    expect((await scan("--schema", "shop", "--check", "no_primary_key")).code).toBe(0);
  });

  it("repeats no value of a row where a view or a check fails on it, in any format that holds no rows", async () => {
    await database.pool.query(`
      create table shop.people (id integer primary key, ssn text);
      insert into shop.people values (1, '123-45-6789');
      create function shop.number_of(text) returns integer language plpgsql as 'begin return $1; end';
      create view shop.numbers as select ssn::integer as cast, shop.number_of(ssn) as called from shop.people;
      create view shop.searches as select to_tsquery(ssn || ' &') as search from shop.people;
    `);
    mkdirSync(path.join(directory, checksDirectory));
    writeFileSync(at("cast.sql"), "-- table: shop.people\nt.ssn::integer < 0");
    for (const format of ["text", "junit", "sarif"]) {
      const { code, out } = await scan("--format", format);
      expect({ code, isTold: out.includes("invalid text representation (22P02)") }).toEqual({ code: 2, isTold: true });
      expect(out).not.toContain("6789");
    }
    await database.pool.query("drop table shop.people cascade");
  });

  it("says which file cannot be read, and checks the others", async () => {
    mkdirSync(at("orders.sql"), { recursive: true });
    writeFileSync(at("good.sql"), "-- table: shop.orders\nt.total < 0");
    const { code, out } = await scan();
    expect(notChecked(out)).toMatchObject([{ message: "orders.sql says no check: it is a directory and not a file." }]);
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ check: "custom_check", status: "passing" }),
    );
    expect(code).toBe(2);
  });

  it("does not take a file for a directory without checks", async () => {
    writeFileSync(path.join(directory, checksDirectory), "");
    const { code, out } = await scan();
    expect(notChecked(out)).toMatchObject([
      { message: "plumbline-checks says no check: it is a file and not a directory with a file for each check." },
    ]);
    expect(code).toBe(2);
  });
});
