import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";
import { saveCheck } from "@/lib/custom-checks/save-check";
import { browseFindings } from "@/lib/findings/browse-findings";
import { listFindings } from "@/lib/findings/list-findings";
import { scanOf } from "@/lib/scans/testing/scan-of";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { dismissFinding } from "@/lib/triage/dismiss-finding";
import { getCheck } from "./get-check";
import { listChecks } from "./list-checks";
import { listTables } from "./list-tables";
import { listWrittenChecks } from "./list-written-checks";

describe("the library of checks", () => {
  let database: TestDatabase;
  const viewer = () => contextAs("viewer", database);

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create schema "My Shop";
      create table "My Shop"."The Orders" ("No" integer primary key, "Total" numeric);
      create table visits (id integer primary key, seen timestamp, paid timestamp);
      insert into "My Shop"."The Orders" values (1, -1), (2, 2)`);
  });
  afterAll(() => database.drop());

  it("names every check once, with the repairs that mend it", async () => {
    const entries = await listChecks(viewer());
    expect(entries.map(({ code }) => code).sort()).toEqual([...checkCodes].sort());
    expect(entries.find(({ code }) => code === "orphan_rows")).toMatchObject({
      title: "Orphaned rows",
      severity: "error",
      appliesTo: "reference",
      repairs: expect.arrayContaining([{ code: "delete-orphans", title: "Delete the orphans" }]),
    });
  });

  it("counts as the list of findings does, and what was set aside apart", async () => {
    await scanOf(database);
    const [first] = await listFindings(viewer(), { check: "doubtful_type", status: "failing" });
    await dismissFinding(contextAs("operator", database), { findingId: first?.id ?? "", reason: "it is local time" });
    const { findings } = (await getCheck(viewer(), "doubtful_type")) ?? {};
    expect(findings).toMatchObject({ failing: 1, dismissed: 1, known: 0 });
    for (const { code, findings: counted } of await listChecks(viewer())) {
      const listed = async (filter: object) => (await browseFindings(viewer(), { check: code, ...filter })).total;
      expect(counted, code).toEqual({
        failing: await listed({ status: "failing", standing: "open" }),
        notChecked: await listed({ status: "not_checked", standing: "open" }),
        passing: await listed({ status: "passing", standing: "open" }),
        known: await listed({ standing: "known" }),
        dismissed: await listed({ standing: "dismissed" }),
      });
    }
  });

  it("has the page of a check, and none of what is no check", async () => {
    expect((await getCheck(viewer(), "custom_check"))?.document).toMatch(/^# Custom check\n/);
    expect(await getCheck(viewer(), "../decisions")).toBeNull();
  });

  it("shows what people wrote with what the last scan found", async () => {
    const { id } = await saveCheck(contextAs("admin", database), {
      name: "Negative totals",
      owner: "finance",
      severity: "error",
      schemaName: "My Shop",
      tableName: "The Orders",
      form: "predicate",
      sql: `t."Total" < 0`,
    });
    expect(await listWrittenChecks(viewer())).toMatchObject([{ id, source: "page", finding: null }]);
    await scanOf(database);
    const [found] = await listFindings(viewer(), { check: "custom_check" });
    expect(await listWrittenChecks(viewer())).toMatchObject([
      { id, name: "Negative totals", finding: { id: found?.id, status: "failing", count: 1 } },
    ]);
  });

  it("names the tables that a check can be about, in any schema", async () => {
    expect(await listTables(viewer())).toEqual([
      { schema: "My Shop", name: "The Orders" },
      { schema: "public", name: "error_logs" },
      { schema: "public", name: "visits" },
    ]);
  });
});
