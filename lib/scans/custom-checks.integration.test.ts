import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { removeCheck } from "@/lib/custom-checks/remove-check";
import { saveCheck } from "@/lib/custom-checks/save-check";
import { listFindings } from "@/lib/findings/list-findings";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { allExpectations } from "./all-expectations";
import { scanOf } from "./testing/scan-of";

describe("checks that people write", () => {
  let database: TestDatabase;
  const admin = () => contextAs("admin", database);
  const customFindings = () => listFindings(contextAs("viewer", database), { check: "custom_check" });

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create schema "My Shop";
      create table "My Shop"."The Orders" ("No" integer primary key, "Total" numeric not null);
      insert into "My Shop"."The Orders" select n, n - 3 from generate_series(1, 9) as n`);
  });
  afterAll(() => database.drop());

  it("are measured by the next scan with their own name and severity, and forgotten once they are removed", async () => {
    const { id } = await saveCheck(admin(), {
      name: "Negative totals",
      owner: "finance",
      severity: "info",
      schemaName: "My Shop",
      tableName: "The Orders",
      form: "predicate",
      sql: `t."Total" < 0`,
    });
    expect(await scanOf(database)).toMatchObject({ status: "succeeded" });
    expect(await customFindings()).toMatchObject([
      {
        title: "Negative totals",
        severity: "info",
        status: "failing",
        count: 2,
        tableName: "The Orders",
        message: '2 rows of My Shop.The Orders are named by "Negative totals".',
      },
    ]);

    await database.pool.query(`update "My Shop"."The Orders" set "Total" = 1`);
    await scanOf(database);
    expect(await customFindings()).toMatchObject([{ status: "passing", count: 0 }]);

    await removeCheck(admin(), { id });
    await scanOf(database);
    expect(await customFindings()).toEqual([]);
  });

  it("are expected when they stand in a file too", async () => {
    const root = await mkdtemp(path.join(tmpdir(), "checks-"));
    await mkdir(path.join(root, "plumbline-checks"));
    await writeFile(
      path.join(root, "plumbline-checks", "free.sql"),
      `-- name: Nothing is free\n-- table: "My Shop"."The Orders"\nt."Total" = 0`,
    );
    const expected = await allExpectations(database, await readCatalog(database.db), root);
    expect(expected.filter(({ check }) => check === "custom_check")).toMatchObject([
      { target: { id: "free.sql", name: "Nothing is free", severity: "warning" }, playbook: null },
    ]);
    await rm(root, { recursive: true });
  });
});
