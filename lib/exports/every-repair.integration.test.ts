import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repairer } from "@/lib/runs/testing/repairer";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { exportRuns } from "./export-runs";
import { applyFiles, pushFiles } from "./testing/apply-files";
import { catalogueOf, contentsOf } from "./testing/state-of";
import { wornRepairs, wornSchema } from "./testing/worn-schema";

let source: TestDatabase;
let copy: TestDatabase;
let pushed: TestDatabase;
beforeAll(async () => {
  [source, copy, pushed] = [await createTestDatabase(), await createEmptyDatabase(), await createEmptyDatabase()];
  for (const { pool } of [source, copy, pushed]) await pool.query(wornSchema);
});
afterAll(async () => {
  for (const database of [source, copy, pushed]) await database.drop();
});

const schema = "Sales $plumbline$ Dept";
const stateOf = async ({ db }: TestDatabase) => {
  const { rows } = await sql<{ value: string | null }>`
    select pg_sequence_last_value(c.oid)::text as value from pg_class as c where c.relname like '%_No_seq'`.execute(db);
  const catalogue = await catalogueOf(db, schema);
  return { catalogue, contents: await contentsOf(db, schema), sequence: rows[0]?.value };
};

test("every kind of repair is repeated on a copy, as often as one likes, and taken back", async () => {
  const operator = repairer(source, "admin");
  const asFound = await stateOf(copy);
  for (const [code, faulty, input] of wornRepairs) {
    const run = await operator.repair(faulty, code, input);
    expect(run, `${code}: ${run.error}`).toMatchObject({ status: "succeeded" });
    expect(run.changed, code).toBeGreaterThan(0);
  }
  const exported = await exportRuns(operator.ctx, null);
  await applyFiles(copy.url, exported.migrations);
  const repaired = await stateOf(source);
  expect(await stateOf(copy)).toEqual(repaired);
  await applyFiles(copy.url, exported.migrations);
  expect(await stateOf(copy)).toEqual(repaired);
  await pushFiles(pushed.url, exported.migrations);
  expect(await stateOf(pushed)).toEqual(repaired);

  // What has no undo stays: a sequence is never moved back, and what was proved stays proved.
  const catalogue = asFound.catalogue.map((line) => line.replace("> 0)) NOT VALID valid f", "> 0)) valid t")).sort();
  for (const _ of ["once", "again"]) {
    await applyFiles(copy.url, exported.undo);
    expect(await stateOf(copy)).toEqual({ ...asFound, catalogue, sequence: repaired.sequence });
  }
}, 60_000);
