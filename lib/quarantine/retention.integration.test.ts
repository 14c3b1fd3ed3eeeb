import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { getRun } from "@/lib/runs/get-run";
import { repairer } from "@/lib/runs/testing/repairer";
import type { Run } from "@/lib/runs/types";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getRetention } from "./get-retention";
import { getRunImages } from "./get-run-images";
import { purgeDue } from "./purge-due";
import { purgeRun } from "./purge-run";
import { setRetention } from "./set-retention";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is a schema with plain names");
const { target, create } = plain;
const faulty = { check: "orphan_rows", target } as const;
const reason = "as the lawyers say";
const phrase = "remove 4 images of notes";

let database: TestDatabase;
let operator: ReturnType<typeof repairer>;
let run: Run;
beforeEach(async () => {
  database = await createTestDatabase();
  operator = repairer(database);
  await create(database.db);
  run = await operator.repair(faulty, "delete-orphans");
});
afterEach(() => database.drop());

const admin = () => contextAs("admin", database);
const images = async () => (await getRunImages(contextAs("viewer", database), run.id)).images;
/** As if it had happened so many days ago. */
const age = (days: number) =>
  sql`update plumbline.runs set finished_at = finished_at - make_interval(days => ${days})`.execute(database.db);
const endWarning = () => sql`update plumbline.quarantine_retention set not_before = now()`.execute(database.db);
const events = async () => {
  const { rows } = await sql<{ action: string; actor: string; run_id: string | null }>`
    select action, actor, run_id from public.error_logs where action like 'quarantine.%' order by audit_seq
  `.execute(database.db);
  return rows;
};

test("everything is kept for good until an admin decides otherwise", async () => {
  await age(4_000);
  await purgeDue(database);
  expect(await images()).toBe(4);
  expect(await getRetention(operator.ctx)).toMatchObject({ keepDays: null, leaving: [], leavingRuns: 0 });
  for (const role of ["viewer", "operator"] as const) {
    await expect(setRetention(contextAs(role, database), { keepDays: 1, reason })).rejects.toThrow("role admin");
    await expect(purgeRun(contextAs(role, database), { runId: run.id, phrase, reason })).rejects.toThrow("role admin");
  }
});

test("nothing goes before the days of warning, in which the run is named", async () => {
  await age(100);
  expect((await getRunImages(admin(), run.id)).leaving).toBeNull();
  await setRetention(admin(), { keepDays: 200, reason });
  expect((await getRunImages(admin(), run.id)).leaving).toMatchObject({ isSoon: false });
  const retention = await setRetention(admin(), { keepDays: 90, reason });
  const { leaving } = await getRunImages(admin(), run.id);
  expect(leaving).toEqual({ at: retention.leaving[0]?.leavesAt, isSoon: true });
  expect(retention).toMatchObject({ keepDays: 90, setBy: "admin@plumbline.test", leavingRuns: 1 });
  expect(retention.leaving[0]).toMatchObject({ runId: run.id, images: 4, repairTitle: "Delete the orphans" });
  const days = (Date.parse(retention.leaving[0]?.leavesAt ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  await purgeDue(database);
  expect(await images()).toBe(4);
  // A longer time gives no new warning, and a shorter one does.
  await endWarning();
  await setRetention(admin(), { keepDays: 30, reason });
  await purgeDue(database);
  expect(await images()).toBe(4);
});

test("what is over its time goes by whole runs, is audited, and cannot be undone from then on", async () => {
  const undo = await operator.previewUndo(run.id);
  await age(91);
  await setRetention(admin(), { keepDays: 90, reason });
  await endWarning();
  await purgeDue(database);
  expect(await images()).toBe(0);
  const refusal = "Its before-images were removed from quarantine on";
  expect((await getRun(operator.ctx, run.id)).undoRefusal).toContain(refusal);
  await expect(operator.previewUndo(run.id)).rejects.toThrow(refusal);
  await expect(operator.queue(undo)).rejects.toThrow(refusal);
  expect(await getRunImages(operator.ctx, run.id)).toMatchObject({ purged: { images: 4, by: "plumbline" } });
  await purgeDue(database);
  expect(await events()).toEqual([
    { action: "quarantine.retention", actor: "admin@plumbline.test", run_id: null },
    { action: "quarantine.purge", actor: "plumbline", run_id: run.id },
  ]);
});

test("an admin removes the images of a run with the typed phrase, and no run that is being undone loses its own", async () => {
  await expect(purgeRun(admin(), { runId: run.id, phrase: "remove", reason })).rejects.toThrow(phrase);
  const undoing = await operator.queue(await operator.previewUndo(run.id));
  await expect(purgeRun(admin(), { runId: run.id, phrase, reason })).rejects.toThrow(`Run ${undoing} is undoing it`);
  expect(await operator.settled(undoing)).toMatchObject({ status: "succeeded", changed: 4 });
  expect(await purgeRun(admin(), { runId: run.id, phrase, reason })).toEqual({ images: 4 });
  await expect(purgeRun(admin(), { runId: run.id, phrase, reason })).rejects.toThrow("removed already");
  // The undo keeps its own.
  expect((await getRun(operator.ctx, undoing)).undoRefusal).toBeNull();
});
