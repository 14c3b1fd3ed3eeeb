import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getRun } from "./get-run";
import { listRuns } from "./list-runs";
import { startRun } from "./start-run";
import { auditCounts, imagesOf, repairer, storeFinding } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is no schema to repair");
const { target } = plain;
const faulty = { check: "orphan_rows", target } as const;
const notes = target.table;

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  await plain.create(database.db);
});
afterEach(() => database.drop());

const given = (plan: { id: string; hash: string }) => ({
  planId: plan.id,
  hash: plan.hash,
  reason: "as the test says",
});
const runs = async () => (await listRuns(operator.ctx, {})).runs;

describe("who may run what", () => {
  test("a viewer is refused the preview and the run, and nothing is written", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const before = await imagesOf(database.db, notes);
    const viewer = contextAs("viewer", database);
    const findingId = await storeFinding(database.db, faulty);
    await expect(createPlan(viewer, { findingId, repair: "set-null" })).rejects.toThrow("needs the role operator");
    await expect(startRun(viewer, given(plan))).rejects.toThrow("needs the role operator");
    expect(await runs()).toEqual([]);
    expect(await imagesOf(database.db, notes)).toEqual(before);
  });

  test("a viewer may read plans and runs", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const run = await operator.apply(plan);
    const viewer = contextAs("viewer", database);
    expect((await getPlan(viewer, plan.id)).runId).toBe(run.id);
    expect((await getRun(viewer, run.id)).status).toBe("succeeded");
  });

  test("a reason is asked for, and the phrase where rows are removed", async () => {
    const plan = await operator.preview(faulty, "delete-orphans");
    await expect(startRun(operator.ctx, { ...given(plan), reason: " o k " })).rejects.toThrow(
      "at least five characters",
    );
    await expect(startRun(operator.ctx, given(plan))).rejects.toThrow('Type the phrase "delete 4 rows of notes"');
    await expect(startRun(operator.ctx, { ...given(plan), phrase: "delete 5 rows of notes" })).rejects.toThrow(
      "Type the phrase",
    );
    expect(await runs()).toEqual([]);
  });
});

describe("a plan that no longer holds", () => {
  test.each([
    [
      "it is older than an hour",
      "It was made 61 minutes ago",
      () => sql`update plumbline.plans set created_at = now() - interval '61 minutes'`,
    ],
    ["a column was added", "the columns of public.notes changed", () => sql`alter table notes add column extra text`],
    [
      "a trigger was added",
      "the triggers of public.notes changed",
      () =>
        sql`create trigger t after update on notes for each row execute function suppress_redundant_updates_trigger()`,
    ],
    [
      "a key of the parent went",
      "the keys of public.authors changed",
      () => sql`alter table authors drop constraint authors_pkey`,
    ],
    [
      "a table began to refer to it",
      "the foreign keys of public.notes changed",
      () => sql`create table owned (note uuid references notes)`,
    ],
    [
      "its statements were altered",
      "It was altered",
      () => sql`update plumbline.plans set steps = jsonb_set(steps, '{steps,3,statement,sql}', '"drop table notes"')`,
    ],
    [
      "its work list was altered",
      "It was altered",
      () => sql`update plumbline.run_items set key = jsonb_build_object('id', gen_random_uuid()) where position = 1`,
    ],
  ])("is refused when %s", async (_when, sentence, change) => {
    const plan = await operator.preview(faulty, "set-null");
    await change().execute(database.db);
    await expect(startRun(operator.ctx, given(plan))).rejects.toMatchObject({ code: "conflict" });
    await expect(startRun(operator.ctx, given(plan))).rejects.toThrow(sentence);
    await expect(startRun(operator.ctx, given(plan))).rejects.toThrow("Preview again.");
    expect(await runs()).toEqual([]);
  });

  test("is refused when it is not the one that was reviewed, or would change nothing", async () => {
    const plan = await operator.preview(faulty, "set-null");
    await expect(startRun(operator.ctx, { ...given(plan), hash: "0".repeat(64) })).rejects.toThrow(
      "not the plan that you reviewed",
    );
    await operator.apply(plan);
    const empty = await operator.preview(faulty, "set-null");
    await expect(startRun(operator.ctx, given(empty))).rejects.toThrow("would change nothing");
  });
});

describe("what a run touches", () => {
  test("a row that was changed, removed or mended after the preview is skipped and listed", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const texts = await sql<{ id: string; text: string | null }>`select id, body ->> 'text' as text from notes`.execute(
      database.db,
    );
    const idOf = (text: string | null) => texts.rows.find((row) => row.text === text)?.id ?? "";
    await sql`update notes set written_at = now() where body ->> 'text' = 'later'`.execute(database.db);
    await sql`delete from notes where body ->> 'text' = 'a start'`.execute(database.db);
    await sql`insert into authors (id, name) values (7, 'Late')`.execute(database.db);
    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 1, skipped: 3 });
    const skipped = await operator.skippedItems(plan.id);
    expect(Object.fromEntries(skipped.map(({ key, reason }) => [key.id, reason]))).toEqual({
      [idOf("later")]: "It was changed after the preview.",
      [idOf("late start")]: "It no longer has the fault.",
      [idOf("a start")]: "It is gone.",
    });
  });

  test("a row that became faulty after the preview is not touched", async () => {
    const plan = await operator.preview(faulty, "set-null");
    await sql`insert into notes (author_id, written_at) values (99, now())`.execute(database.db);
    const run = await operator.apply(plan);
    expect(run).toMatchObject({
      status: "succeeded",
      changed: 4,
      skipped: 0,
      verification: { passed: false, after: 1 },
    });
    const { rows } = await sql`select from notes where author_id = 99`.execute(database.db);
    expect(rows).toHaveLength(1);
  });

  test("the preview changes nothing, keeps no writer waiting, and is itself in the audit", async () => {
    const writer = await database.pool.connect();
    try {
      await writer.query("begin");
      await writer.query("update notes set written_at = written_at");
      const plan = await operator.preview(faulty, "delete-orphans");
      await writer.query("update authors set name = name");
      expect(plan.willChange).toBe(4);
    } finally {
      await writer.query("rollback");
      writer.release();
    }
    const { rows } = await sql`select action, actor from public.error_logs`.execute(database.db);
    expect(rows).toEqual([{ action: "repair.preview", actor: "operator@plumbline.test" }]);
  });

  test("a trigger that undoes the change is found, and everything is rolled back", async () => {
    await sql`create function keep() returns trigger language plpgsql as 'begin return null; end'`.execute(database.db);
    await sql`create trigger keep before delete on notes for each row execute function keep()`.execute(database.db);
    const before = await imagesOf(database.db, notes);
    const plan = await operator.preview(faulty, "delete-orphans");
    expect(plan.effects).toEqual([
      "The trigger keep of public.notes fires for it and may do more than this plan says.",
    ]);
    const run = await operator.apply(plan);
    expect(run.status).toBe("failed");
    expect(run.error).toContain("Everything was rolled back; no row changed.");
    expect(run.steps.filter(({ status }) => status === "failed").map(({ title }) => title)).toEqual([
      "Check the result",
    ]);
    expect(await imagesOf(database.db, notes)).toEqual(before);
    expect(await auditCounts(database.db, run.id)).toEqual({});
    const { rows } = await sql`select from plumbline.quarantine`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe("one run", () => {
  test("twenty clicks at once, from two browsers, give the same run, once", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const clicks = await Promise.all(Array.from({ length: 20 }, () => startRun(operator.ctx, given(plan))));
    const [first] = clicks;
    expect(new Set(clicks.map(({ runId }) => runId)).size).toBe(1);
    // As when the job came to several workers.
    await Promise.all(clicks.slice(0, 4).map(({ runId }) => workOnRun(database, runId)));
    const run = await operator.settled(first?.runId ?? "");
    expect(run).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await auditCounts(database.db, run.id)).toEqual({ REFERENCE_CLEARED: 4 });
    expect(await startRun(operator.ctx, given(plan))).toEqual(first);
    expect(await runs()).toHaveLength(1);
  });

  test("waits for a locked row, names who holds it when it gives up, and changes nothing", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const holder = await database.pool.connect();
    try {
      await holder.query("set application_name = 'the holder'");
      await holder.query("begin");
      await holder.query("select from notes for update");
      const runId = await operator.start(plan);
      const other = await operator.preview(faulty, "delete-orphans");
      await expect(operator.start(other)).rejects.toThrow(
        `is being repaired by operator@plumbline.test (set-null, run ${runId})`,
      );
      const run = await operator.settled(runId);
      expect(run.status).toBe("failed");
      expect(run.error).toContain("the holder");
      expect(run.undoRefusal).toBe("It changed nothing, so there is nothing to undo.");
    } finally {
      await holder.query("rollback");
      holder.release(true);
    }
    expect(await operator.repair(faulty, "set-null")).toMatchObject({ status: "succeeded", changed: 4 });
  });

  test("waits in the queue while the process carries as many runs as it can", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const { runPool } = database;
    const others = await Promise.all(Array.from({ length: runPool.options.max }, () => runPool.connect()));
    const runId = await operator.start(plan);
    expect(await getRun(operator.ctx, runId)).toMatchObject({
      status: "queued",
      changed: 0,
      undoRefusal: "It is not over yet.",
    });
    for (const other of others) other.release();
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
  });

  test("goes on when the lock comes free in time", async () => {
    const plan = await operator.preview(faulty, "set-null");
    const holder = await database.pool.connect();
    await holder.query("begin");
    await holder.query("select from notes for update");
    const runId = await operator.start(plan);
    await vi.waitFor(async () => {
      // Not by the holder: within a transaction it would see the same list again and again.
      const { rows } = await database.pool.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      expect(rows).toHaveLength(1);
    });
    await holder.query("rollback");
    holder.release();
    expect(await operator.settled(runId)).toMatchObject({ status: "succeeded", changed: 4 });
  });
});
