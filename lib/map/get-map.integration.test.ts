import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeSuggestions } from "@/lib/references/store-suggestions";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getMap } from "./get-map";
import type { DatabaseMap } from "./types";

describe("the map", () => {
  let database: TestDatabase;
  const map = () => getMap(contextAs("viewer", database));
  const edges = ({ references }: DatabaseMap) =>
    references
      .map(({ child, columns, parent, parentColumns, kind }) => [child, columns, parent, parentColumns, kind])
      .toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
  const table = ({ tables }: DatabaseMap, name: string) => tables.find((found) => found.name === name);
  const reference = ({ references }: DatabaseMap, column: string) =>
    references.find(({ columns }) => columns.includes(column));

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Lines" (
        "Order No" integer,
        "Line No" integer,
        primary key ("Order No", "Line No")
      );
      create table "Sales Dept"."Tree" (id integer primary key, up integer references "Sales Dept"."Tree");
      create index on "Sales Dept"."Tree" (up);
      create table parcels (
        id integer primary key,
        "order" integer,
        line integer,
        sender integer not null,
        owner uuid references auth.users (id),
        constraint first foreign key ("order", line) references "Sales Dept"."Order ""Lines",
        -- The same once more, the other way round.
        constraint second foreign key (line, "order") references "Sales Dept"."Order ""Lines" ("Line No", "Order No")
      );
      create table senders (id integer primary key);
      create table alone (id integer primary key);
      alter table parcels disable trigger all;
      insert into "Sales Dept"."Order ""Lines" values (1, 1);
      insert into parcels select n, 1, n, n from generate_series(1, 3) as n`);
    await storeSuggestions(database.db, [
      {
        candidate: {
          table: { schema: "public", name: "parcels" },
          columns: ["sender"],
          parent: { schema: "public", name: "senders" },
          parentColumns: ["id"],
          score: 0.9,
          confident: true,
          sentence: "It is named after senders.",
          evidence: {
            namedAfter: "table",
            nameStrength: 0.9,
            sameType: true,
            identifying: false,
            parentIsKey: "primary",
            sameSchema: true,
            doubt: null,
            sampled: 3,
            sampledRows: 3,
            overlap: 0.9,
            orphanRatio: 0.1,
          },
        },
        basis: null,
      },
    ]);
  });
  afterAll(() => database.drop());

  it("shows tables and references before anything was measured, and says that nothing was", async () => {
    const found = await map();
    expect(found.measuredAt).toBeNull();
    expect(new Set(found.references.map(({ status }) => status))).toEqual(new Set(["not_checked"]));
    expect(table(found, "alone")).toMatchObject({ status: "not_checked", outside: false });
    expect(table(found, "error_logs")).toBeUndefined();
  });

  it("has every reference once, with names as they are", async () => {
    expect(edges(await map())).toEqual(
      [
        ['["Sales Dept","Tree"]', ["up"], '["Sales Dept","Tree"]', ["id"], "declared"],
        [
          '["public","parcels"]',
          ["order", "line"],
          '["Sales Dept","Order \\"Lines"]',
          ["Order No", "Line No"],
          "declared",
        ],
        ['["public","parcels"]', ["owner"], '["auth","users"]', ["id"], "declared"],
        ['["public","parcels"]', ["sender"], '["public","senders"]', ["id"], "undeclared"],
      ].toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right))),
    );
  });

  it("has tables that only a reference names, as outside", async () => {
    expect(table(await map(), "users")).toMatchObject({ schema: "auth", outside: true, status: "not_checked" });
  });

  it("leaves out a reference that was rejected, and one whose column is gone", async () => {
    await sql`
      update plumbline.reference_suggestions
      set state = 'rejected', reason = 'no', decided_by = 'me', decided_at = now()
    `.execute(database.db);
    expect(reference(await map(), "sender")).toBeUndefined();
    await sql`
      update plumbline.reference_suggestions
      set state = 'adopted', reference = jsonb_set(reference, '{columns,0}', '"gone"')
    `.execute(database.db);
    expect(reference(await map(), "gone")).toBeUndefined();
    await sql`
      update plumbline.reference_suggestions set reference = jsonb_set(reference, '{columns,0}', '"sender"')
    `.execute(database.db);
    expect(reference(await map(), "sender")).toMatchObject({ kind: "undeclared" });
  });

  it("shows what looks like a reference and could not be looked at", async () => {
    await sql`
      update plumbline.reference_suggestions
      set
        state = 'suggested',
        decided_at = null,
        confident = false,
        evidence = evidence || '{"overlap": null, "failed": true, "unknown": "It was locked."}'
    `.execute(database.db);
    expect(reference(await map(), "sender")).toMatchObject({ kind: "undeclared", status: "not_checked" });
  });

  it("shows what a scan found of each, with the rows that name no parent", async () => {
    await ensureFirstScan(database);
    const found = await map();
    expect(found.measuredAt).not.toBeNull();
    expect(reference(found, "line")).toMatchObject({ status: "failing", orphans: 2 });
    expect(reference(found, "line")?.findings[0]).toMatchObject({ title: "Orphaned rows", status: "failing" });
    expect(reference(found, "line")?.findings.map(({ title }) => title)).toContain("Duplicate foreign key");
    expect(reference(found, "up")).toMatchObject({ status: "healthy", orphans: 0, findings: [] });
    expect(table(found, "parcels")).toMatchObject({ status: "failing", failing: { error: expect.any(Number) } });
  });

  it("does not count what was dismissed", async () => {
    await sql`
      insert into plumbline.dismissals (finding_id, reason, dismissed_by)
      select id, 'they are tests', 'operator@plumbline.test' from plumbline.findings
    `.execute(database.db);
    const found = await map();
    expect(reference(found, "line")).toMatchObject({ status: "healthy", orphans: null, findings: [] });
    expect(table(found, "parcels")).toMatchObject({ status: "healthy", failing: { error: 0 } });
  });
});

describe("the map of the demo", () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await createDemoDatabase();
    await ensureFirstScan(demo);
  });
  afterAll(() => demo.drop());

  it("shows the references that the documents promise, with their orphans", async () => {
    const { references } = await getMap(contextAs("viewer", demo));
    expect(
      references.find(({ child, columns }) => child === '["public","orders"]' && columns[0] === "user_id"),
    ).toMatchObject({ kind: "expected", status: "failing", orphans: 23 });
  });
});
