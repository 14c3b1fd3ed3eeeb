import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listFindings } from "@/lib/findings/list-findings";
import type { FindingSummary } from "@/lib/findings/types";
import { getOverview } from "@/lib/overview/get-overview";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { dismissFinding } from "./dismiss-finding";
import { getBaseline } from "./get-baseline";
import { restoreFinding } from "./restore-finding";
import { takeBaseline } from "./take-baseline";

describe("what people decide about findings", () => {
  let database: TestDatabase;
  const as = (role: "viewer" | "operator" | "admin") => contextAs(role, database);
  const orphans = async (): Promise<FindingSummary> => {
    const [found] = await listFindings(as("viewer"), { check: "orphan_rows", table: "visits" });
    if (!found) throw new Error("The scan did not look at the reference.");
    return found;
  };
  const failing = async () => {
    const { tableGroups } = await getOverview(as("viewer"));
    return tableGroups.find(({ id }) => id === "other")?.failingFindings;
  };
  const known = async () => (await getBaseline(as("viewer")))?.findings;
  const actions = async () =>
    (
      await sql<{ action: string; actor: string }>`
        select action, actor from public.error_logs
        where action like 'finding.%' order by audit_seq desc limit 1
      `.execute(database.db)
    ).rows[0];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create table people (id integer primary key);
      create table visits (id integer primary key, person integer references people not null);
      create index on visits (person);
      alter table visits disable trigger all;
      insert into visits select n, n from generate_series(1, 3) as n`);
    await ensureFirstScan(database);
  });
  beforeEach(async () => {
    await sql`delete from plumbline.dismissals`.execute(database.db);
    await sql`delete from plumbline.baseline`.execute(database.db);
  });
  afterAll(() => database.drop());

  it("a dismissed finding does not count until that is taken back, and both are audited", async () => {
    const { id: findingId } = await orphans();
    const before = (await failing()) ?? 0;
    await dismissFinding(as("operator"), { findingId, reason: "they are tests", days: 30 });
    expect(await orphans()).toMatchObject({
      status: "failing",
      standing: "dismissed",
      dismissal: { reason: "they are tests", by: "operator@plumbline.test" },
    });
    expect(await failing()).toBe(before - 1);
    expect(await actions()).toEqual({ action: "finding.dismiss", actor: "operator@plumbline.test" });

    await restoreFinding(as("operator"), { findingId });
    expect(await orphans()).toMatchObject({ standing: "open", dismissal: null });
    expect(await failing()).toBe(before);
    expect(await actions()).toMatchObject({ action: "finding.restore" });
    await expect(restoreFinding(as("operator"), { findingId })).rejects.toThrow("not dismissed any more");
  });

  it("a dismissal that has expired dismisses nothing", async () => {
    const { id: findingId } = await orphans();
    await dismissFinding(as("operator"), { findingId, reason: "until tomorrow", days: 1 });
    await sql`update plumbline.dismissals set expires_at = now() - interval '1 second'`.execute(database.db);
    expect(await orphans()).toMatchObject({ standing: "open", dismissal: null });
  });

  it("needs a reason, a fault and an operator", async () => {
    const { id: findingId } = await orphans();
    await expect(dismissFinding(as("operator"), { findingId, reason: " ab  " })).rejects.toThrow("five characters");
    await expect(dismissFinding(as("viewer"), { findingId, reason: "they are tests" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(restoreFinding(as("viewer"), { findingId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBaseline(as("operator"), { reason: "too much", known: "today" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const passing = (await listFindings(as("viewer"), { status: "passing" }))[0]?.id ?? "";
    await expect(dismissFinding(as("operator"), { findingId: passing, reason: "no reason" })).rejects.toThrow("passes");
  });

  it("what the baseline knows fails again when it has grown", async () => {
    const before = await failing();
    const { findings } = await takeBaseline(as("admin"), { reason: "we begin here", known: "today" });
    expect(findings).toBe(before);
    expect(await getBaseline(as("viewer"))).toMatchObject({ findings, takenBy: "admin@plumbline.test" });
    expect(await orphans()).toMatchObject({ standing: "known", baselineCount: 3 });
    expect(await failing()).toBe(0);

    await sql`update plumbline.findings set count = 4 where id = ${(await orphans()).id}`.execute(database.db);
    expect(await orphans()).toMatchObject({ standing: "open", baselineCount: 3, count: 4 });
    await sql`update plumbline.findings set count = 3 where id = ${(await orphans()).id}`.execute(database.db);

    await takeBaseline(as("admin"), { reason: "all of it counts", known: "none" });
    expect(await getBaseline(as("viewer"))).toBeNull();
    expect(await failing()).toBe(before);
  });

  it("admins who take the baseline at the same moment take it one after the other", async () => {
    const reason = "all at once";
    const taken = await Promise.all([1, 2, 3].map(() => takeBaseline(as("admin"), { reason, known: "today" })));
    expect(new Set(taken.map(({ findings }) => findings))).toEqual(new Set([await known()]));
  });
});
