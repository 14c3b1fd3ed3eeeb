import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine } from "@/lib/db";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { repairer, rowsOf } from "./testing/repairer";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is a schema with plain names");
const { target, create } = plain;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await create(database.db);
});
afterAll(() => database.drop());

test("a run is undone by another operator whose server knows nothing but the database, and that undo by a third", async () => {
  const asFound = await rowsOf(database.db, target.table);
  const run = await repairer(database).repair({ check: "orphan_rows", target }, "delete-orphans");
  const repaired = await rowsOf(database.db, target.table);
  // What a server has after a restart: connections of its own.
  const restarted = createEngine(database.url);
  try {
    const undone = await repairer(restarted, "admin").undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", actor: "admin@plumbline.test", undoOf: run.id });
    expect(await rowsOf(database.db, target.table)).toEqual(asFound);
    const again = await repairer(database).undo(undone.id);
    expect(again).toMatchObject({ status: "succeeded", actor: "operator@plumbline.test", undoOf: undone.id });
    expect(await rowsOf(database.db, target.table)).toEqual(repaired);
  } finally {
    await restarted.close();
  }
}, 30_000);
