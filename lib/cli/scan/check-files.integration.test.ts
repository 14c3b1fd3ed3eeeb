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
});
