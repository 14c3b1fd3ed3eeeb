import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { cancelRun } from "./cancel-run";
import { getRun } from "./get-run";
import { getRunCourse } from "./get-run-course";
import { listRunChoices } from "./list-run-choices";
import { type ListRunsInput, listRuns } from "./list-runs";
import { listUnderWay } from "./list-under-way";
import { pauseRun } from "./pause-run";
import { resumeRun } from "./resume-run";
import { type Gate, gatedNotes, notes } from "./testing/gated-notes";
import { repairer } from "./testing/repairer";
import { verifyAgain } from "./verify-again";
import { workOnRun } from "./work-on-run";

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let gate: Gate;
/** Paused after its first batch, resumed and ended. */
let ended: string;
/** Of one note that was added later, and cancelled before a worker took it up. */
let cancelled: string;

beforeAll(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  gate = await gatedNotes(database, 4_996);
  await gate.close();
  ended = await operator.start(await operator.preview(notes, "delete-orphans"));
  await gate.waiting();
  await pauseRun(operator.ctx, { runId: ended });
  await gate.open();
  await operator.until(ended, "paused");
});
afterAll(async () => {
  gate.keeper.release(true);
  await database.drop();
});

const viewer = () => contextAs("viewer", database);

async function idsOf(input: ListRunsInput): Promise<string[]> {
  return (await listRuns(viewer(), input)).runs.map(({ id }) => id);
}

describe("a run that is under way", () => {
  test("says what is left, what it can be asked for, and which tables it holds", async () => {
    const run = await getRun(viewer(), ended);
    expect(run).toMatchObject({ status: "paused", asks: ["resume", "cancel"], pace: null, stalledSeconds: null });
    expect(run.changed).toBeGreaterThan(0);
    expect(run.remaining).toBe(5_000 - run.changed);
    const [held, ...others] = await listUnderWay(viewer());
    expect(others).toEqual([]);
    expect(held).toMatchObject({ id: ended, tables: [{ schema: "public", name: "notes" }] });
  });

  test("is not measured again before its end", async () => {
    await expect(verifyAgain(operator.ctx, { runId: ended })).rejects.toThrow("It is measured at its end.");
  });

  test("counts as standing still when its worker says that it is alive and does nothing for a minute", async () => {
    await gate.close();
    await resumeRun(operator.ctx, { runId: ended });
    const worker = workOnRun(database, ended);
    await gate.waiting();
    expect(await getRun(viewer(), ended)).toMatchObject({ stalledSeconds: null, asks: ["pause", "cancel"] });
    await sql`
      update plumbline.runs set executor_since = executor_since - interval '2 minutes' where id = ${ended}
    `.execute(database.db);
    await sql`
      update plumbline.run_batches set finished_at = finished_at - interval '3 minutes' where run_id = ${ended}
    `.execute(database.db);
    await sql`
      update plumbline.run_steps set started_at = started_at - interval '3 minutes' where run_id = ${ended}
    `.execute(database.db);
    const still = await getRun(viewer(), ended);
    expect(still.stalledSeconds).toBeGreaterThanOrEqual(120);
    expect(still.asks).toEqual(["pause", "cancel", "take_over"]);
    await sql`
      update plumbline.run_steps set status = 'running', progressed_at = now() where run_id = ${ended} and position = 1
    `.execute(database.db);
    expect(await getRun(viewer(), ended)).toMatchObject({ stalledSeconds: null, asks: ["pause", "cancel"] });
    await gate.open();
    await worker;
    expect(await operator.settled(ended)).toMatchObject({ status: "succeeded", remaining: 0, asks: [] });
    expect(await listUnderWay(viewer())).toEqual([]);
  });
});

describe("a run that is over", () => {
  test("shows its batches and its events, and none of its thousands of audit rows", async () => {
    const run = await getRun(viewer(), ended);
    const { points, latest, events, heldByOthers } = await getRunCourse(viewer(), ended);
    expect(events.map(({ action }) => action)).toEqual(["run.finish", "run.resume", "run.pause", "run.start"]);
    expect(events.at(-1)).toMatchObject({ reason: "as the test says", actor: "operator@plumbline.test" });
    expect(points.reduce((sum, { changed }) => sum + changed, 0)).toBe(5_000);
    expect(latest[0]).toMatchObject({ last: run.batches, putOff: 0 });
    expect(heldByOthers).toBe(0);
  });

  test("is drawn by stretches of several batches where it had thousands", async () => {
    await sql`
      insert into plumbline.run_batches
        (run_id, number, first_position, last_position, changed, skipped, put_off, started_at, finished_at)
      select ${ended}, n, n, n, 10, 0, 0, now(), now() + interval '0.1 second' from generate_series(1001, 2000) as n
    `.execute(database.db);
    await sql`update plumbline.runs set batches = batches + 1000 where id = ${ended}`.execute(database.db);
    const { points, latest } = await getRunCourse(viewer(), ended);
    expect(points.length).toBeLessThanOrEqual(120);
    expect(points.at(-1)).toMatchObject({ last: 2_000, rowsPerSecond: 100, batchMs: 100 });
    expect(latest).toHaveLength(8);
    await sql`delete from plumbline.run_batches where run_id = ${ended} and number > 1000`.execute(database.db);
  });

  test("can be measured again by an operator and by no viewer, and keeps what it recorded", async () => {
    const recorded = (await getRun(viewer(), ended)).verification;
    await database.pool.query("insert into notes (author_id, written_at) values (4711, now())");
    expect(await verifyAgain(operator.ctx, { runId: ended })).toMatchObject({ passed: false, after: 1 });
    expect((await getRun(viewer(), ended)).verification).toEqual(recorded);
    await expect(verifyAgain(viewer(), { runId: ended })).rejects.toThrow("operator");
  });
});

test("the list is narrowed by status, repair, table, person and time, and goes on from its cursor", async () => {
  cancelled = await operator.queue(await operator.preview(notes, "delete-orphans"));
  expect(await idsOf({ status: "under_way" })).toEqual([cancelled]);
  await cancelRun(operator.ctx, { runId: cancelled });
  expect(await idsOf({})).toEqual([cancelled, ended]);
  expect(await idsOf({ status: "under_way" })).toEqual([]);
  expect(await idsOf({ status: "cancelled" })).toEqual([cancelled]);
  expect(await idsOf({ repair: "delete-orphans", table: "public.notes", person: "operator@plumbline.test" })).toEqual([
    cancelled,
    ended,
  ]);
  expect(await idsOf({ repair: "undo" })).toEqual([]);
  expect(await idsOf({ table: "other.notes" })).toEqual([]);
  expect(await idsOf({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  const first = await listRuns(viewer(), { limit: 1 });
  expect(await idsOf({ limit: 1, cursor: first.nextCursor })).toEqual([ended]);
  expect(await listRunChoices(viewer())).toEqual({
    repairs: [{ value: "delete-orphans", label: "Delete the orphans" }],
    tables: ["public.notes"],
    people: ["operator@plumbline.test"],
  });
});
