import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getScanSchedule } from "./get-scan-schedule";
import { previewScanSchedule } from "./preview-scan-schedule";
import { setScanSchedule } from "./set-scan-schedule";

describe("the schedule of scans", () => {
  let database: TestDatabase;
  const admin = () => contextAs("admin", database);
  const jobs = async () =>
    (await sql`select name, cron, timezone from plumbline_jobs.schedule`.execute(database.db)).rows;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("is none until an admin sets one, and says when the next scans are due", async () => {
    expect(await getScanSchedule(contextAs("viewer", database))).toBeNull();
    const set = await setScanSchedule(admin(), { cron: " 30  2 * * 1-5 ", timezone: "Asia/Kolkata" });
    expect(set).toMatchObject({ cron: "30 2 * * 1-5", timezone: "Asia/Kolkata", setBy: "admin@plumbline.test" });
    expect(set?.next).toHaveLength(3);
    expect(set?.next.every((time) => time.endsWith("T21:00:00.000Z"))).toBe(true);
    expect(await getScanSchedule(contextAs("viewer", database))).toEqual(set);
    expect(await jobs()).toEqual([{ name: "scheduled-scan", cron: "30 2 * * 1-5", timezone: "Asia/Kolkata" }]);
  });

  it("is replaced and taken away, and each change is in the audit history", async () => {
    await setScanSchedule(admin(), { cron: "0 * * * *" });
    expect(await jobs()).toEqual([{ name: "scheduled-scan", cron: "0 * * * *", timezone: "UTC" }]);
    expect(await setScanSchedule(admin(), { cron: null })).toBeNull();
    expect(await jobs()).toEqual([]);
    const { rows } = await sql<{ message: string }>`
      select error_message as message from public.error_logs where action = 'scan.schedule' order by audit_seq
    `.execute(database.db);
    expect(rows.map(({ message }) => message)).toEqual([
      "Scans were scheduled: 30 2 * * 1-5 (Asia/Kolkata).",
      "Scans were scheduled: 0 * * * * (UTC).",
      "Scans were taken off the schedule.",
    ]);
  });

  it("is set by several admins at the same moment, and the last one holds", async () => {
    const set = await Promise.all([1, 2, 3].map((hour) => setScanSchedule(admin(), { cron: `0 ${hour} * * *` })));
    const held = await getScanSchedule(admin());
    expect(set.map((one) => one?.cron)).toContain(held?.cron);
    expect(await jobs()).toEqual([{ name: "scheduled-scan", cron: held?.cron, timezone: "UTC" }]);
    await setScanSchedule(admin(), { cron: null });
  });

  it("can be looked at before it is set", async () => {
    const viewer = contextAs("viewer", database);
    const { next } = await previewScanSchedule(viewer, { cron: "30 2 * * 1-5", timezone: "Asia/Kolkata" });
    expect(next.map((time) => time.slice(10))).toEqual(Array(3).fill("T21:00:00.000Z"));
    expect(await previewScanSchedule(viewer, { cron: null })).toEqual({ next: [] });
    await expect(previewScanSchedule(viewer, { cron: "every day" })).rejects.toThrow("no schedule in cron syntax");
    expect(await getScanSchedule(viewer)).toBeNull();
  });

  it("is refused to an operator", async () => {
    const operator = contextAs("operator", database);
    await expect(setScanSchedule(operator, { cron: "0 * * * *" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["", "every day", "99 * * * *", "* * * * * *", "FREQ=DAILY", "0 0 31 2 *"])(
    "is refused where %j is no schedule, with a sentence that shows one",
    async (cron) => {
      await expect(setScanSchedule(admin(), { cron })).rejects.toThrow(/no schedule in cron syntax. Write five fields/);
      expect(await getScanSchedule(admin())).toBeNull();
    },
  );

  it("is refused where there is no such time zone", async () => {
    const elsewhere = setScanSchedule(admin(), { cron: "0 * * * *", timezone: "Mars/Olympus" });
    await expect(elsewhere).rejects.toThrow('There is no time zone "Mars/Olympus".');
  });
});
