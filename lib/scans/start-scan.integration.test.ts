import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listFindings } from "@/lib/findings/list-findings";
import { setLocalWorker, stopLocalWorker } from "@/lib/jobs/local-worker";
import { startWorker } from "@/lib/jobs/worker";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { ensureFirstScan } from "./ensure-first-scan";
import { getLatestScan } from "./get-latest-scan";
import { getScan } from "./get-scan";
import { scanHandlers } from "./scan-jobs";
import { startScan } from "./start-scan";

/** With a worker, which takes up what is started. */
async function withWorker(database: TestDatabase): Promise<TestDatabase> {
  const worker = await startWorker(database, scanHandlers(database));
  setLocalWorker(worker);
  return { ...database, drop: () => stopLocalWorker().then(database.drop) };
}

async function scanToEnd(database: TestDatabase) {
  const { id } = await startScan(contextAs("operator", database));
  const ctx = contextAs("viewer", database);
  await vi.waitUntil(async () => (await getScan(ctx, id)).status !== "running", { timeout: 20_000, interval: 20 });
  return getScan(ctx, id);
}

const audit = async ({ db }: TestDatabase) =>
  (
    await sql<{ action: string; actor: string }>`
    select action, actor from public.error_logs where action like 'scan.%' order by audit_seq
  `.execute(db)
  ).rows;

describe("a scan of the five incidents", () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await withWorker(await createDemoDatabase());
  });
  afterAll(() => demo.drop());

  it("finds exactly what was planted", async () => {
    expect(await scanToEnd(demo)).toMatchObject({
      status: "succeeded",
      error: null,
      actor: "operator@plumbline.test",
      currentTable: null,
    });
    const failing = await listFindings(contextAs("viewer", demo), { status: "failing" });
    const found = failing
      .filter(({ playbook }) => playbook)
      .map(({ check, tableName, count }) => `${check} ${tableName} ${count}`)
      .toSorted();
    expect(found).toEqual(
      [
        "not_null_blocks_writes web_sessions 1",
        "not_null_blocks_writes whatsapp_sessions 1",
        "unlinked_rows voice_sessions 86",
        "unlinked_rows social_sessions 58",
        "ambiguous_links voice_sessions 5",
        "ambiguous_links social_sessions 3",
        "missing_default lead_purchases 1",
        "null_despite_default lead_purchases 12",
        "missing_unique conversation_sessions 1",
        "null_despite_default conversation_sessions 17",
        "missing_foreign_key chat_messages_v2 1",
        "orphan_rows chat_messages_v2 289",
        "unindexed_foreign_key chat_messages_v2 1",
        "column_type_mismatch sessions 1",
        "active_but_expired sessions 38",
        "empty_required_text sessions 11",
        ...["orders 23", "chat_messages 57", "conversations 14", "leads 31"].map((of) => `orphan_rows ${of}`),
        ...["orders", "chat_messages", "conversations", "leads"].flatMap((of) => [
          `missing_foreign_key ${of} 1`,
          `unindexed_foreign_key ${of} 1`,
        ]),
      ].toSorted(),
    );
  });

  it("has advice beside that, and nothing else to say of the healthy part", async () => {
    const failing = await listFindings(contextAs("viewer", demo), { status: "failing" });
    const found = failing
      .filter(({ playbook }) => !playbook)
      .map(({ severity, check, targetLabel }) => `${severity} ${check} ${targetLabel}`);
    expect(found.toSorted()).toEqual([
      "info duplicate_contacts public.all_leads (email, phone)",
      "info missing_foreign_key public.chat_messages_v2 (session_id) → public.conversation_sessions (id)",
      "info missing_foreign_key public.chat_messages_v2 (user_id) → public.profiles (id)",
      "info missing_foreign_key public.conversation_sessions (user_id) → public.profiles (id)",
    ]);
  });

  it("leaves nothing unchecked, and neither proves nor misses a foreign key that is not there yet", async () => {
    const ctx = contextAs("viewer", demo);
    expect(await listFindings(ctx, { status: "not_checked" })).toEqual([]);
    const keys = await listFindings(ctx, { check: "unvalidated_constraint" });
    expect(keys.filter(({ playbook }) => playbook === "foreign-key-violation")).toEqual([]);
  });

  it("proves by their foreign keys what is sound, and says so", async () => {
    const proved = (await listFindings(contextAs("viewer", demo), { status: "passing" })).filter(
      ({ how }) => how === "proved",
    );
    const orphans = proved.filter(({ check }) => check === "orphan_rows").map(({ tableName }) => tableName);
    expect(orphans.toSorted()).toEqual([
      "lead_purchases",
      "social_sessions",
      "voice_sessions",
      "web_sessions",
      "whatsapp_sessions",
    ]);
  });

  it("is told of in the audit history, with its end", async () => {
    expect(await audit(demo)).toEqual([
      { action: "scan.start", actor: "operator@plumbline.test" },
      { action: "scan.finish", actor: "operator@plumbline.test" },
    ]);
  });

  it("adds to the history of each finding, and keeps when it first failed", async () => {
    const ctx = contextAs("viewer", demo);
    const before = await listFindings(ctx, { status: "failing" });
    await scanToEnd(demo);
    const after = await listFindings(ctx, { status: "failing" });
    expect(after.map(({ id, firstFailedAt }) => [id, firstFailedAt])).toEqual(
      before.map(({ id, firstFailedAt }) => [id, firstFailedAt]),
    );
    const { rows } = await sql<{ points: string }>`
      select count(*) as points from plumbline.measurements group by finding_id order by 1
    `.execute(demo.db);
    expect(new Set(rows.map(({ points }) => points))).toEqual(new Set(["2"]));
  });

  it("forgets findings of what is gone", async () => {
    await sql`drop table public.leads`.execute(demo.db);
    await scanToEnd(demo);
    expect(await listFindings(contextAs("viewer", demo), { table: "leads" })).toEqual([]);
  });
});

describe("a scan of a schema that nobody promised anything of", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await withWorker(await createTestDatabase());
    await database.pool.query(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Heads""" ("Year" integer, "No" integer, primary key ("Year", "No"));
      create table "Sales Dept"."Lines" ("Id" bigint generated always as identity primary key, "YEAR" integer, "no" integer);
      insert into "Sales Dept"."Order ""Heads""" values (2024, 1);
      insert into "Sales Dept"."Lines" ("YEAR", "no") values (2024, 1), (2024, 2), (null, 7);
      alter table "Sales Dept"."Lines" add constraint "To Head" foreign key ("YEAR", "no")
        references "Sales Dept"."Order ""Heads""" not valid;
      create table public.tidy (id integer primary key, up integer references public.tidy);
      create index on public.tidy (up);
    `);
  });
  afterAll(() => database.drop());

  it("finds what its own foreign keys say, and leaves the audit history alone", async () => {
    const { status, tablesTotal, tablesDone } = await scanToEnd(database);
    expect({ status, tablesDone }).toEqual({ status: "succeeded", tablesDone: tablesTotal });
    const all = await listFindings(contextAs("viewer", database));
    expect(all.map(({ tableName }) => tableName)).not.toContain("error_logs");
    const byKeys = ["orphan_rows", "unindexed_foreign_key", "unvalidated_constraint"];
    const found = all.filter(({ check }) => byKeys.includes(check));
    expect(found.map(({ check, tableName, status, count, how }) => [check, tableName, status, count, how])).toEqual([
      ["orphan_rows", "Lines", "failing", 1, "exact"],
      ["unindexed_foreign_key", "Lines", "failing", 1, "exact"],
      ["unvalidated_constraint", "Lines", "failing", 1, "exact"],
      ["orphan_rows", "tidy", "passing", 0, "proved"],
      ["unindexed_foreign_key", "tidy", "passing", 0, "exact"],
      ["unvalidated_constraint", "tidy", "passing", 0, "exact"],
    ]);
    expect(found[0]).toMatchObject({
      targetLabel: 'Sales Dept.Lines (YEAR, no) → Sales Dept.Order "Heads" (Year, No)',
      message: '1 row of Sales Dept.Lines names a (YEAR, no) that is not in Sales Dept.Order "Heads" (Year, No).',
      playbook: null,
    });
  });
});

describe("starting a scan", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await withWorker(await createTestDatabase());
  });
  afterAll(() => database.drop());
  const wait = () =>
    vi.waitUntil(async () => (await getLatestScan(contextAs("viewer", database)))?.status !== "running", {
      timeout: 20_000,
      interval: 20,
    });

  it("is refused to a viewer", async () => {
    await expect(startScan(contextAs("viewer", database))).rejects.toMatchObject({ code: "forbidden" });
    expect(await getLatestScan(contextAs("viewer", database))).toBeNull();
  });

  it("is done once by the server where nobody ever did, and never again", async () => {
    await ensureFirstScan(database);
    const first = await getLatestScan(contextAs("viewer", database));
    expect(first).toMatchObject({ status: "succeeded", actor: "plumbline" });
    await ensureFirstScan(database);
    expect(await getLatestScan(contextAs("viewer", database))).toEqual(first);
  });

  it("gives everybody the scan that is running", async () => {
    const ctx = contextAs("operator", database);
    // The scan cannot end while somebody holds the findings, however quick it is.
    const holder = await database.pool.connect();
    await holder.query("begin; lock table plumbline.findings in share mode");
    const started = await Promise.all([startScan(ctx), startScan(ctx), startScan(ctx)]);
    await holder.query("commit");
    holder.release();
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    await wait();
    const { rows } = await sql`select from plumbline.scans`.execute(database.db);
    expect(rows).toHaveLength(2);
  });

  it("replaces a scan whose process has gone silent", async () => {
    await sql`insert into plumbline.scans (status, actor, taken_at, heartbeat_at) values ('running', 'gone', now(), now() - interval '61 seconds')`.execute(
      database.db,
    );
    await startScan(contextAs("operator", database));
    await wait();
    const { rows } = await sql`select status, error from plumbline.scans where actor = 'gone'`.execute(database.db);
    expect(rows).toEqual([{ status: "failed", error: "The process that ran this scan ended before it was done." }]);
  });

  it("fails with a sentence when it cannot keep what it measured", async () => {
    await database.pool.query(`create table promised (id integer primary key, parent integer references promised);
      alter table plumbline.measurements rename to elsewhere`);
    const scan = await scanToEnd(database);
    expect(scan).toMatchObject({ status: "failed", error: "The scan stopped. The table is not there any more." });
    await database.pool.query("alter table plumbline.elsewhere rename to measurements");
    expect((await audit(database)).at(-1)).toMatchObject({ action: "scan.fail" });
    expect(await scanToEnd(database)).toMatchObject({ status: "succeeded", error: null });
  });
});
