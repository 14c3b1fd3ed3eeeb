import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getOverview } from "./get-overview";

describe("the overview of the demo", () => {
  let demo: TestDatabase;
  const overview = () => getOverview(contextAs("viewer", demo));
  beforeAll(async () => {
    demo = await createDemoDatabase();
  });
  afterAll(() => demo.drop());

  it("is not green before anything was measured", async () => {
    const { playbooks, tableGroups, lastScan } = await overview();
    expect(lastScan).toBeNull();
    for (const panel of [...playbooks, ...tableGroups]) {
      expect(panel).toMatchObject({
        status: "not_checked",
        measuredAt: null,
        how: null,
        next: expect.stringContaining("Scan now"),
      });
    }
  });

  it("says what fails, how it is known and what to do next", async () => {
    await ensureFirstScan(demo);
    const { playbooks, tableGroups, lastScan } = await overview();
    expect(lastScan).toMatchObject({ status: "succeeded" });
    expect(
      playbooks.map(({ id, status, failingRows, failingFindings, next }) => [
        id,
        status,
        failingRows,
        failingFindings,
        next,
      ]),
    ).toEqual([
      ["lead-id-not-null", "failing", 152, 6, "Let a web session begin without a lead."],
      ["lead-purchases-default", "failing", 12, 2, "Give lead_purchases.id its default."],
      ["conversation-sessions-fk", "failing", 306, 5, "Make conversation_id unique in conversation_sessions."],
      ["sessions-multi-customer", "failing", 49, 3, "Make sessions.customer_id text, as promised."],
      ["foreign-key-violation", "failing", 125, 12, "Add the foreign key of orders."],
    ]);
    expect(tableGroups.map(({ id, href, status, failingRows }) => [id, href, status, failingRows])).toEqual([
      ["sessions", "/sessions", "failing", 201],
      ["leads", "/leads", "failing", 31],
      ["purchases", "/purchases", "failing", 35],
      ["conversations", "/conversations", "failing", 377],
      ["other", "/findings", "healthy", 0],
    ]);
    const [first] = playbooks;
    expect(first?.measuredAt).not.toBeNull();
    expect(first?.top.length).toBeLessThanOrEqual(5);
  });

  it("shows faults of tables that no page shows", async () => {
    await demo.pool.query(`create schema "Sales Dept";
      create table "Sales Dept"."Tree" (id integer primary key, up integer references "Sales Dept"."Tree")`);
    await demo.pool.query("delete from plumbline.scans");
    await ensureFirstScan(demo);
    const { tableGroups } = await overview();
    expect(tableGroups.at(-1)).toMatchObject({
      id: "other",
      title: "Other tables",
      status: "failing",
      failingFindings: 1,
      failingRows: 0,
    });
    expect(tableGroups.at(-1)?.top).toMatchObject([{ check: "unindexed_foreign_key", schemaName: "Sales Dept" }]);
  });
});

describe("the overview of a database without the documents' tables", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("says that they are absent, before and after a scan", async () => {
    for (const scan of [false, true]) {
      if (scan) await ensureFirstScan(database);
      const { playbooks, tableGroups } = await getOverview(contextAs("viewer", database));
      expect(new Set([...playbooks, ...tableGroups].map(({ status }) => status))).toEqual(new Set(["absent"]));
    }
  });
});
