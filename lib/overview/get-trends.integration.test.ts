import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/lib/audit/emit";
import { listFindings } from "@/lib/findings/list-findings";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { dismissFinding } from "@/lib/triage/dismiss-finding";
import { getTrends } from "./get-trends";

describe("the trends of the overview", () => {
  let database: TestDatabase;
  const trends = () => getTrends(contextAs("viewer", database));
  const scan = async () => {
    const { scan: begun } = await beginScan(database.db, system);
    await runScan(database, begun.id, system);
  };
  const orphans = async () => (await trends()).checks.find(({ check }) => check === "orphan_rows");

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(`
      create table people (id integer primary key);
      create table visits (id integer primary key, person integer references people not null);
      create index on visits (person);
      alter table visits disable trigger all;
      insert into visits values (1, 7)`);
  });
  afterAll(() => database.drop());

  it("know nothing before the first scan", async () => {
    expect(await trends()).toEqual({
      score: null,
      scores: [],
      checks: [],
      changes: { new: 0, worse: 0, better: 0, fixed: 0 },
    });
  });

  it("keep a point for each scan, and count what changed", async () => {
    await scan();
    await database.pool.query("insert into people values (7)");
    await scan();
    expect((await orphans())?.points.map(({ findings }) => findings)).toEqual([1, 0]);
    const { score, scores, changes } = await trends();
    expect(scores).toHaveLength(2);
    expect(scores[0]?.score).toBeLessThan(scores[1]?.score ?? 0);
    expect(score).toBe(scores[1]?.score);
    expect(changes.fixed).toBe(1);
  });

  it("leave out what was dismissed", async () => {
    await database.pool.query("alter table people disable trigger all; delete from people");
    await scan();
    const before = (await trends()).score ?? 0;
    const [finding] = await listFindings(contextAs("viewer", database), { check: "orphan_rows", status: "failing" });
    await dismissFinding(contextAs("operator", database), { findingId: finding?.id ?? "", reason: "it is a test" });
    expect(await orphans()).toBeUndefined();
    expect((await trends()).score).toBeGreaterThan(before);
  });
});
