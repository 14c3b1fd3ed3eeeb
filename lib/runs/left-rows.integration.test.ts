import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { cancelRun } from "./cancel-run";
import { exportLeftRows } from "./export-left-rows";
import type { LeftRow } from "./left-kinds";
import { listLeftRows } from "./list-left-rows";
import { pauseRun } from "./pause-run";
import { type Gate, gatedNotes, notes } from "./testing/gated-notes";
import { repairer } from "./testing/repairer";
import { workOnRun } from "./work-on-run";

const heldNow = "Somebody holds it at the moment. It is tried again, last of all.";
const heldAtEnd = "Somebody held it, and the run ended before it was tried again.";

describe("the rows that a run leaves as they were", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  let gate: Gate;
  let holder: pg.PoolClient;
  let runId: string;
  let orphans: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    gate = await gatedNotes(database, 1_996);
    const plan = await operator.preview(notes, "delete-orphans");
    const { rows } = await sql<{ id: string }>`
      select key ->> 'id' as id from plumbline.run_items where plan_id = ${plan.id} order by position`.execute(
      database.db,
    );
    orphans = rows.map(({ id }) => id);
    // The first is gone, the second is held by somebody, and the run stops after its first batch.
    await sql`delete from notes where id = ${orphans[0]}::uuid`.execute(database.db);
    holder = await database.pool.connect();
    await holder.query("begin");
    await holder.query("select from notes where id = $1 for update", [orphans[1]]);
    await gate.close();
    runId = await operator.queue(plan);
    const work = workOnRun(database, runId);
    await gate.waiting();
    await pauseRun(operator.ctx, { runId });
    await gate.open();
    await work;
    await operator.until(runId, "paused");
  }, 60_000);
  afterAll(async () => {
    gate.keeper.release(true);
    holder.release(true);
    await database.drop();
  });

  const viewer = () => contextAs("viewer", database);
  const facts = ({ key, kind, reason }: LeftRow) => [key.id, kind, reason];
  const all = async (kind?: string) => (await listLeftRows(viewer(), { runId, kind })).rows.map(facts);

  test("are those it skipped and those that somebody holds, while it is paused", async () => {
    expect(await all()).toEqual([
      [orphans[0], "skipped", "It is gone."],
      [orphans[1], "put_off", heldNow],
    ]);
    expect(await all("put_off")).toEqual([[orphans[1], "put_off", heldNow]]);
    expect(await all("not_done")).toEqual([]);
  });

  test("and those it never came to, once it is over; page by page, each once, and as a file", async () => {
    await cancelRun(operator.ctx, { runId });
    await operator.until(runId, "cancelled");
    const never = orphans.slice(1_000).map((id) => [id, "not_done", "The run was cancelled before its turn came."]);
    const expected = [[orphans[0], "skipped", "It is gone."], [orphans[1], "put_off", heldAtEnd], ...never];
    const seen: LeftRow[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listLeftRows>> = await listLeftRows(viewer(), {
        runId,
        cursor,
        limit: 200,
      });
      seen.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.map(facts)).toEqual(expected);

    const file = await new Response(exportLeftRows(viewer(), { runId })).text();
    const [head, first, ...lines] = file.trimEnd().split("\r\n");
    expect([head, first, lines.length]).toEqual([
      "key,what,why",
      `"{""id"":""${orphans[0]}""}",skipped,It is gone.`,
      1_001,
    ]);
  });
});
