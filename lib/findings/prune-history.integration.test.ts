import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getTrends } from "@/lib/overview/get-trends";
import { scanOf } from "@/lib/scans/testing/scan-of";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { listFindings } from "./list-findings";
import { historyPoints, pruneHistory } from "./prune-history";

describe("the history of a finding", () => {
  let database: TestDatabase;
  const points = async () => {
    const { rows } = await sql<{ at: Date; day: string }>`
      select m.measured_at as at, to_char(m.measured_at at time zone 'UTC', 'YYYY-MM-DD') as day
      from plumbline.measurements as m
      join plumbline.findings as f on f.id = m.finding_id
      where f.check_code = 'no_primary_key'
      order by 1
    `.execute(database.db);
    return rows;
  };
  const known = async () => {
    const ctx = contextAs("viewer", database);
    const [finding] = await listFindings(ctx, { check: "no_primary_key" });
    const { checks, scores } = await getTrends(ctx);
    return { finding, checks, scores };
  };
  const scanYesterday = sql`
    update plumbline.scans set started_at = started_at - interval '1 day', finished_at = finished_at - interval '1 day'
  `;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query("create table loose (a integer); insert into loose values (1)");
    await scanOf(database);
    // Every ten minutes for two days, and three times a day for 450 days.
    await sql`
      insert into plumbline.measurements (finding_id, measured_at, status, count, how)
      select f.id, now() - n * interval '10 minutes', 'failing', 1, 'exact'
      from plumbline.findings as f, generate_series(1, 288) as n
      where f.check_code = 'no_primary_key'
      union all
      select f.id, date_trunc('day', now(), 'UTC') - n * interval '8 hours' + interval '1 second', 'failing', 1, 'exact'
      from plumbline.findings as f, generate_series(12, 1350) as n
      where f.check_code = 'no_primary_key'
    `.execute(database.db);
  });
  afterAll(() => database.drop());

  it("is left alone on a day that had its scan", async () => {
    expect(await pruneHistory(database.db)).toBe(0);
  });

  it("keeps the newest points and then the last of each day, and with them the trend and since when it fails", async () => {
    await scanYesterday.execute(database.db);
    const [before, all] = [await known(), await points()];
    await scanOf(database);
    await scanYesterday.execute(database.db);
    await pruneHistory(database.db);
    const left = await points();
    const newest = left.slice(-historyPoints);
    expect(newest.slice(0, -1)).toEqual(all.slice(1 - historyPoints));
    const older = left.slice(0, -historyPoints);
    expect(new Set(older.map(({ day }) => day)).size).toBe(older.length);
    expect(older.length).toBeGreaterThan(390);
    expect(older.length).toBeLessThanOrEqual(401);
    const lastOf = new Map(all.map(({ at, day }) => [day, at]));
    const split = newest[0]?.day;
    for (const { at, day } of older) if (day !== split) expect(at).toEqual(lastOf.get(day));
    const after = await known();
    expect(after.finding?.firstFailedAt).toBe(before.finding?.firstFailedAt);
    expect(after.checks).toMatchObject([{ check: "no_primary_key", points: [{ findings: 1 }, { findings: 1 }] }]);
  });

  it("is thinned by the scan itself, and has nothing left to thin then", async () => {
    await scanOf(database);
    await scanYesterday.execute(database.db);
    expect(await pruneHistory(database.db)).toBe(0);
  });
});
