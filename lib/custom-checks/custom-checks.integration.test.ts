import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { measure } from "@/lib/scan/measure";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { fileExpectations, storedExpectations } from "./custom-expectations";
import { dryRunCheck } from "./dry-run";
import { listCustomChecks } from "./list-checks";
import { checksDirectory } from "./read-files";
import { removeCheck } from "./remove-check";
import { type SaveCheckInput, saveCheck } from "./save-check";

const orders = { schemaName: "My Shop", tableName: "The Orders" };
const negative = { ...orders, form: "predicate", sql: `t."Total" < 0 -- never` } as const;
const unpaid = { ...orders, form: "query", sql: `select "No" from "My Shop"."The Orders" where "Total" > 5;` } as const;
const named = (rule: typeof negative | typeof unpaid, more: Partial<SaveCheckInput> = {}): SaveCheckInput => ({
  ...rule,
  name: "Negative totals",
  owner: "finance",
  severity: "error",
  ...more,
});

describe("custom checks", () => {
  let database: TestDatabase;
  const admin = () => contextAs("admin", database);
  const versionOf = async (id: string) => (await listCustomChecks(admin())).find((one) => one.id === id)?.changedAt;
  const measured = async (root?: string) => {
    const catalog = await readCatalog(database.db);
    const expectations = root
      ? await fileExpectations(database, catalog, root)
      : await storedExpectations(database, catalog);
    return measure(database, catalog, expectations);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create schema "My Shop";
      create table "My Shop"."The Orders" ("No" integer primary key, "Total" numeric);
      insert into "My Shop"."The Orders" select n, n - 4 from generate_series(1, 12) as n`);
  });
  afterAll(() => database.drop());

  it("a dry run counts and shows, and stores nothing", async () => {
    expect(await dryRunCheck(admin(), negative)).toMatchObject({
      count: 3,
      reason: null,
      columns: ["No", "Total"],
      sample: [{ No: "1", Total: "-3" }, { No: "2" }, { No: "3" }],
    });
    expect(await dryRunCheck(admin(), unpaid)).toMatchObject({ count: 3, sample: [{ No: "10" }, {}, {}] });
    expect(await listCustomChecks(admin())).toEqual([]);
  });

  it.each([
    ["a second statement", `true) then 1 end) from "My Shop"."The Orders"; drop table "My Shop"."The Orders"; --`],
    [
      "an end of the transaction",
      `true) from "My Shop"."The Orders" as t; commit; delete from "My Shop"."The Orders"; --`,
    ],
    [
      "a function that writes",
      `pg_catalog.set_config('transaction_read_only', 'off', true) is not null and public.wipe()`,
    ],
    ["something that is no SQL", `"Total" <`],
  ])("%s changes nothing and is told", async (_what, text) => {
    await sql`create or replace function public.wipe() returns boolean language sql as
      'delete from "My Shop"."The Orders" returning true'`.execute(database.db);
    const tried = await dryRunCheck(admin(), { ...negative, sql: text });
    expect(tried).toMatchObject({ count: null, reason: expect.stringContaining(" ") });
    const { rows } = await sql<{ n: string }>`select count(*) as n from "My Shop"."The Orders"`.execute(database.db);
    expect(rows).toEqual([{ n: "12" }]);
  });

  it("refuses the character NUL before anything is sent, and no connection breaks", async () => {
    for (const rule of [negative, unpaid]) {
      const withNul = { ...rule, sql: `true\u0000${rule.sql}` };
      await expect(dryRunCheck(admin(), withNul)).rejects.toThrow("The text holds the character NUL");
      await expect(saveCheck(admin(), named(withNul as never))).rejects.toThrow("The text holds the character NUL");
    }
  });

  it("tells whoever writes it which name PostgreSQL does not know", async () => {
    expect(await dryRunCheck(admin(), { ...negative, sql: `t."Totl" < 0` })).toMatchObject({
      reason: "PostgreSQL does not understand it: column t.Totl does not exist (42703).",
    });
    await expect(dryRunCheck(admin(), { ...unpaid, sql: "select id from nowhere" })).rejects.toThrow(
      'The query cannot be run. PostgreSQL does not understand it: relation "nowhere" does not exist (42P01).',
    );
  });

  it("a dry run ends after its time", async () => {
    const slow = await dryRunCheck(admin(), { ...negative, sql: "pg_sleep(2) is not null" });
    expect(slow).toMatchObject({ count: null, reason: expect.stringContaining("longer than it may") });
  }, 15_000);

  it("is measured with its own severity once it is saved, changed and removed, all of it audited", async () => {
    const { id } = await saveCheck(admin(), named(negative));
    expect(await listCustomChecks(contextAs("viewer", database))).toMatchObject([{ id, source: "page" }]);
    expect(await measured()).toMatchObject([{ status: "failing", count: 3, expectation: { target: { id } } }]);
    await expect(saveCheck(admin(), named(unpaid, { name: "NEGATIVE totals" }))).rejects.toThrow("already");
    await saveCheck(admin(), named(unpaid, { id, changedAt: await versionOf(id) }));
    expect(await measured()).toMatchObject([{ count: 3, sample: [{ No: "10" }, { No: "11" }, { No: "12" }] }]);
    await removeCheck(admin(), { id });
    expect(await measured()).toEqual([]);
    await expect(removeCheck(admin(), { id })).rejects.toMatchObject({ code: "not_found" });
    const { rows } = await sql<{ action: string }>`
      select action from public.error_logs where action like 'check.%' order by audit_seq
    `.execute(database.db);
    expect(rows.map(({ action }) => action)).toEqual(["check.save", "check.save", "check.remove"]);
  });

  it("a change of what somebody else has changed meanwhile is refused, and says who that was", async () => {
    const { id } = await saveCheck(admin(), named(negative));
    const change = async (owner: string, changedAt = versionOf(id)) =>
      saveCheck(admin(), named(negative, { id, owner, changedAt: await changedAt }));
    const seen = versionOf(id);
    await seen;
    await change("sales");
    await expect(change("stock", seen)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(
        /^admin@plumbline\.test changed this check on \d{4}-\d\d-\d\d at \d\d:\d\d UTC, after you opened it\..*[Rr]eload/,
      ),
    });
    expect(await listCustomChecks(admin())).toMatchObject([{ owner: "sales" }]);
    await expect(saveCheck(admin(), named(negative, { id }))).rejects.toMatchObject({ code: "conflict" });
    const version = versionOf(id);
    const both = await Promise.allSettled(["one", "two", "three"].map((owner) => change(owner, version)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    await removeCheck(admin(), { id });
    await expect(change("nobody", version)).rejects.toMatchObject({ code: "not_found" });
  });

  it("a check that cannot be run any more is seen not to be checked", async () => {
    await database.pool.query(`create table passing_by (id integer primary key)`);
    const { id } = await saveCheck(
      admin(),
      named({ ...unpaid, schemaName: "public", tableName: "passing_by", sql: "select id from passing_by" } as never),
    );
    await database.pool.query("drop table passing_by");
    expect(await measured()).toMatchObject([
      { status: "not_checked", count: null, reason: expect.stringContaining("no table public.passing_by") },
    ]);
    await removeCheck(admin(), { id });
  });

  it("is not saved when it cannot be run, or by anybody but an admin", async () => {
    await expect(saveCheck(admin(), named({ ...negative, sql: "nonsense" } as never))).rejects.toThrow(
      "cannot be checked as it stands",
    );
    await expect(saveCheck(admin(), named({ ...unpaid, sql: "select 1 as one" } as never))).rejects.toThrow(
      "a column one, which My Shop.The Orders does not have",
    );
    for (const role of ["viewer", "operator"] as const) {
      const ctx = contextAs(role, database);
      await expect(saveCheck(ctx, named(negative))).rejects.toMatchObject({ code: "forbidden" });
      await expect(dryRunCheck(ctx, negative)).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeCheck(ctx, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await listCustomChecks(admin())).toEqual([]);
  });

  it("files of the repository are measured too, and a broken one is not passed over", async () => {
    const root = await mkdtemp(path.join(tmpdir(), "checks-"));
    await mkdir(path.join(root, checksDirectory));
    const write = (name: string, text: string) => writeFile(path.join(root, checksDirectory, name), text);
    await write("a.sql", `-- name: Too much\n-- table: "My Shop"."The Orders"\nt."Total" > 6`);
    await write("b.sql", "-- name: No table\nt.x > 6");
    await write("readme.md", "no check");
    expect(await measured(root)).toMatchObject([
      { status: "failing", count: 2, expectation: { target: { id: "a.sql", name: "Too much" } } },
      { status: "not_checked", reason: expect.stringContaining("b.sql says no check") },
    ]);
    await rm(root, { recursive: true });
  });
});
