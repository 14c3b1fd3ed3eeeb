import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { callScan } from "./testing/call-scan";

describe("plumbline scan --skip-check", () => {
  let database: TestDatabase;
  const scan = (...words: string[]) =>
    callScan(["--database-url", database.url, ...words], { directory: tmpdir(), env: {} });

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.pool.query("create view halves as select 1 / (n - 1) as half from generate_series(1, 2) as n");
    await database.pool.query("create table keyless (id integer)");
  });
  afterAll(() => database.drop());

  it("leaves out what a database cannot answer, so that the rest decides how the scan ends", async () => {
    expect((await scan()).code).toBe(2);
    const { code, out } = await scan("--skip-check", "unreadable_view", "--skip-check", "no_primary_key");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("0 failing · 0 not checked") });
  });

  it.each([
    [["--skip-check", "unreadable_vew"], "There is no check unreadable_vew: `plumbline checks` lists them all.\n"],
    [
      ["--check", "unreadable_view", "--skip-check", "unreadable_view"],
      "Nothing is left to check: --skip-check leaves out all that --check names.\n",
    ],
  ])("refuses %j, after which nothing found would look like success", async (words, err) => {
    expect(await scan(...words)).toEqual({ code: 2, out: "", err });
  });
});
