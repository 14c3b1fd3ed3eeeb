import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { type CreateUndoPlanInput, createUndoPlan } from "@/lib/plans/create-undo-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { listPlanItems } from "@/lib/plans/list-plan-items";
import type { Plan } from "@/lib/plans/types";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { getRun } from "./get-run";
import { imagesOf, repairer } from "./testing/repairer";
import type { Run } from "./types";

describe.each(referenceSchemas)("a part of an undo with $label", ({ target, create }) => {
  const faulty = { check: "orphan_rows", target } as const;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await create(database.db);
  });
  afterEach(() => database.drop());

  const children = () => imagesOf(database.db, target.table);
  const previewOf = async (run: Run, narrowing: CreateUndoPlanInput["narrowing"]): Promise<Plan> => {
    const { planId } = await createUndoPlan(operator.ctx, { runId: run.id, narrowing });
    return getPlan(operator.ctx, planId);
  };
  const keysOf = async (planId: string) => (await listPlanItems(operator.ctx, { planId })).items.map(({ key }) => key);

  test("takes back the chosen rows and no other, and the rest later", async () => {
    const before = await children();
    const run = await operator.repair(faulty, "delete-orphans");
    const left = await children();
    const [one = {}, two = {}] = await keysOf(run.planId);
    const plan = await previewOf(run, { only: [one, two] });
    expect(plan).toMatchObject({ willChange: 2, skipped: 0, narrowing: { only: [one, two] } });
    expect(plan.effects[0]).toContain("Only 2 rows that were chosen are taken back");
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 2, skipped: 0 });
    expect(await children()).toHaveLength(left.length + 2);
    expect((await getRun(operator.ctx, run.id)).undoRefusal).toBeNull();
    const rest = await operator.undo(run.id);
    expect(rest).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    expect(await children()).toEqual(before);
  });

  test("leaves out what was taken out of it, and can be undone itself", async () => {
    const run = await operator.repair(faulty, "set-null");
    const changed = await children();
    const [one = {}] = await keysOf(run.planId);
    const undone = await operator.apply(await previewOf(run, { except: [one] }));
    expect(undone).toMatchObject({ status: "succeeded", changed: 3, skipped: 0 });
    expect(await operator.undo(undone.id)).toMatchObject({ status: "succeeded", changed: 3 });
    expect(await children()).toEqual(changed);
  });

  test("refuses keys that are none of the run's", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await expect(previewOf(run, { only: [{ nothing: "1" }] })).rejects.toThrow("None of the chosen rows");
  });
});

test("a row comes back only with the parent that it needs, or where that is there", async () => {
  const [plain] = referenceSchemas;
  if (!plain) throw new Error("There is a schema with plain names");
  const { target } = plain;
  const database = await createTestDatabase();
  try {
    const operator = repairer(database);
    await plain.create(database.db);
    await sql`alter table notes add column reply_to uuid`.execute(database.db);
    const answer = sql`select id from notes where body ->> 'text' like 'a start%'`;
    await sql`update notes set reply_to = (${answer}) where body ->> 'text' like 'late start%'`.execute(database.db);
    const run = await operator.repair({ check: "orphan_rows", target }, "delete-orphans");
    await sql`
      alter table ${tableSql(target.table)} add constraint replies foreign key (reply_to) references notes (id)
    `.execute(database.db);
    const { rows } = await sql<{ id: string; reply_to: string }>`
      select before ->> 'id' as id, before ->> 'reply_to' as reply_to
      from plumbline.quarantine where before ->> 'reply_to' is not null
    `.execute(database.db);
    const [{ id, reply_to }] = rows as [(typeof rows)[number]];
    const preview = async (only: string[]) => {
      const narrowing = { only: only.map((id) => ({ id })) };
      const { planId } = await createUndoPlan(operator.ctx, { runId: run.id, narrowing });
      return getPlan(operator.ctx, planId);
    };
    const alone = await preview([id]);
    expect(alone).toMatchObject({ willChange: 0, skipped: 1 });
    expect((await operator.skippedItems(alone.id))[0]?.reason).toContain("the foreign key replies forbids that now");
    expect(await operator.apply(await preview([id, reply_to]))).toMatchObject({ changed: 2, skipped: 0 });
  } finally {
    await database.drop();
  }
});
