import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LinkTarget, ReferenceTarget, StatusTarget } from "@/lib/checks/target";
import { type Faulty, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import type { RepairCode } from "./codes";

const inPublic = (name: string) => ({ schema: "public", name });

const status = (name: string): Faulty => ({
  check: "active_but_expired",
  target: {
    kind: "status",
    table: inPublic(name),
    statusColumn: "status",
    from: "active",
    to: "expired",
    expiresAtColumn: "until",
  } satisfies StatusTarget,
});
const link = (name: string, parent = "people"): Faulty => ({
  check: "unlinked_rows",
  target: {
    kind: "link",
    table: inPublic(name),
    column: "person_id",
    parent: inPublic(parent),
    parentKey: "id",
    email: { child: "mail", parent: "mail" },
    phone: null,
    copies: {},
    callingCode: null,
  } satisfies LinkTarget,
});
const orphans = (name: string, parent = "people"): Faulty => ({
  check: "orphan_rows",
  target: {
    kind: "reference",
    table: inPublic(name),
    columns: ["person_id"],
    parent: inPublic(parent),
    parentColumns: ["id"],
    onDelete: "no action",
    adopt: { columns: {}, orderBy: "id" },
  } satisfies ReferenceTarget,
});

describe("a repair of rows refuses", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create table people (id integer primary key, mail text);
      create table calls (id integer primary key, person_id integer, mail text, status text, until timestamptz);
      create table keyless (like calls);
      create table rewritten (like calls including all);
      create rule quiet as on update to rewritten do instead nothing;
    `);
  });
  afterAll(() => database.drop());

  const keyless = "public.keyless has neither a primary key nor a unique key without NULLs";
  const ruled = "A rule (CREATE RULE) on public.rewritten makes something else of what is written to it";

  const lost = "There is no table nobody among the tables that Plumbline looks at";

  test.each<[RepairCode, string, Faulty]>([
    ["end-expired-sessions", keyless, status("keyless")],
    ["end-expired-sessions", ruled, status("rewritten")],
    ["link-lead", keyless, link("keyless")],
    ["link-lead", ruled, link("rewritten")],
    ["link-lead", lost, link("calls", "nobody")],
    ["adopt-orphans", keyless, orphans("keyless")],
    ["adopt-orphans", lost, orphans("calls", "nobody")],
  ])("%s: %s", async (code, reason, faulty) => {
    await expect(repairer(database).preview(faulty, code)).rejects.toThrow(reason);
  });
});
