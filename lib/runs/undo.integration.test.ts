import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { createUndoPlan } from "@/lib/plans/create-undo-plan";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getRun } from "./get-run";
import { imagesOf, repairer } from "./testing/repairer";

describe.each(referenceSchemas)("undo with $label", ({ target, create }) => {
  const faulty = { check: "orphan_rows", target } as const;
  const { table, parent } = target;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await create(database.db);
  });
  afterEach(() => database.drop());

  const [body = ""] = Object.values(target.adopt?.columns ?? {}).flatMap((source) =>
    source.from === "firstText" ? [source.column] : [],
  );
  const children = () => imagesOf(database.db, table);
  const parents = () => imagesOf(database.db, parent);
  const referencing = sql.join(target.columns.map((name) => sql.id(name)));
  const referenced = sql.join(target.parentColumns.map((name) => sql.id(name)));
  const addForeignKey = (onDelete: string) =>
    sql`alter table ${tableSql(table)} add constraint promised foreign key (${referencing})
      references ${tableSql(parent)} (${referenced}) on delete ${sql.raw(onDelete)} not valid`.execute(database.db);
  const reasons = async (planId: string) => (await operator.skippedItems(planId)).map(({ reason }) => reason);

  test("brings deleted rows back, links both runs, and can be undone itself", async () => {
    const before = await children();
    const run = await operator.repair(faulty, "delete-orphans");
    const left = await children();
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({
      status: "succeeded",
      repair: "undo",
      undoOf: run.id,
      changed: 4,
      undoRefusal: null,
    });
    expect(await children()).toEqual(before);
    expect(await getRun(operator.ctx, run.id)).toMatchObject({
      undoneBy: undone.id,
      undoRefusal: `Run ${undone.id} undid it already.`,
    });
    await expect(operator.previewUndo(run.id)).rejects.toThrow("undid it already");
    expect(await operator.undo(undone.id)).toMatchObject({ status: "succeeded", changed: 4 });
    expect(await children()).toEqual(left);
  });

  test("the preview changes nothing and a viewer is refused it", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    const left = await children();
    await expect(createUndoPlan(contextAs("viewer", database), { runId: run.id })).rejects.toThrow(
      "needs the role operator",
    );
    const plan = await operator.previewUndo(run.id);
    expect(plan).toMatchObject({ undoOf: run.id, willChange: 4, skipped: 0, confirmation: { kind: "plain" } });
    expect(plan.sample[0]).toMatchObject({ before: null, outcome: "change" });
    expect(await children()).toEqual(left);
  });

  test("says row by row that a foreign key forbids the orphans now", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await addForeignKey("no action");
    const plan = await operator.previewUndo(run.id);
    expect(plan).toMatchObject({ willChange: 0, skipped: 4 });
    expect(new Set(await reasons(plan.id))).toEqual(
      new Set([
        `It names a row of ${parent.schema}.${parent.name} that is gone, and the foreign key promised forbids that now.`,
      ]),
    );
    await expect(operator.start(plan)).rejects.toThrow("would change nothing");
  });

  test("brings back what it can where only some parents are there again", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await addForeignKey("no action");
    const [first = ""] = target.adopt ? Object.keys(target.adopt.columns) : [];
    const key = target.parentColumns.length === 1 ? sql`7` : sql`2026, 7`;
    await sql`insert into ${tableSql(parent)} (${referenced}, ${sql.id(first)}) values (${key}, 'again')`.execute(
      database.db,
    );
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    expect(await getRun(operator.ctx, run.id)).toMatchObject({ undoneBy: undone.id, undoRefusal: null });
  });

  test("skips a row whose key is taken again", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    const again = await operator.previewUndo(run.id);
    await operator.apply(await operator.previewUndo(run.id));
    expect(await operator.apply(again)).toMatchObject({ status: "succeeded", changed: 0, skipped: 4 });
    expect(new Set(await reasons(again.id))).toEqual(new Set(["A row with its key is there again."]));
  });

  test("sets changed rows back, but none that somebody has changed since", async () => {
    const before = await children();
    const run = await operator.repair(faulty, "set-null");
    await sql`update ${tableSql(table)} as t set ${sql.id(body)} = '{"text": "edited"}' where t::text like '%late start%'`.execute(
      database.db,
    );
    await sql`delete from ${tableSql(table)} as t where t::text like '%a start%'`.execute(database.db);
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    expect((await reasons(undone.planId)).toSorted()).toEqual(["It is gone.", "It was changed after the run."]);
    expect((await children()).filter((image) => before.includes(image))).toHaveLength(7);
  });

  test("removes recreated parents, but none that others have come to refer to", async () => {
    const [childrenBefore, parentsBefore] = [await children(), await parents()];
    const run = await operator.repair(faulty, "adopt-orphans");
    const plan = await operator.previewUndo(run.id);
    await sql`update ${tableSql(table)} as t set (${referencing}) = (
      select ${referencing} from ${tableSql(table)} as o where o::text like '%a start%'
    ) where t::text like '%s either%'`.execute(database.db);
    const undone = await operator.apply(plan);
    expect(undone).toMatchObject({ status: "succeeded", changed: 1, skipped: 1 });
    expect((await reasons(plan.id))[0]).toContain("that came since refer to it");
    expect(await parents()).toHaveLength(parentsBefore.length + 1);
    expect(await children()).toHaveLength(childrenBefore.length);
  });

  test("never removes a parent that a foreign key would take children along with", async () => {
    const run = await operator.repair(faulty, "adopt-orphans");
    await addForeignKey("cascade");
    const [childrenBefore, parentsBefore] = [await children(), await parents()];
    const plan = await operator.previewUndo(run.id);
    expect(plan).toMatchObject({ willChange: 0, skipped: 2 });
    expect((await reasons(plan.id))[0]).toContain("refer to it by the foreign key promised");
    expect([await children(), await parents()]).toEqual([childrenBefore, parentsBefore]);
  });

  test("restores into a table that has gained and lost a column, and says so", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await sql`alter table ${tableSql(table)} drop column ${sql.id(body)}, add column "came later" text default 'new'`.execute(
      database.db,
    );
    const plan = await operator.previewUndo(run.id);
    expect(plan.effects.join(" ")).toContain(`no ${body} any more`);
    expect(plan.effects.join(" ")).toContain("came later");
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 4 });
    const { rows } = await sql`select from ${tableSql(table)} where "came later" = 'new'`.execute(database.db);
    expect(rows).toHaveLength(9);
  });

  test("is refused where a column that must have a value has come since", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await sql`alter table ${tableSql(table)} add column needed integer not null default 1`.execute(database.db);
    await sql`alter table ${tableSql(table)} alter column needed drop default`.execute(database.db);
    await expect(operator.previewUndo(run.id)).rejects.toThrow("nothing gives a value for needed");
  });

  test("restores where a unique constraint is checked late, and skips a unique value that is taken", async () => {
    await sql`alter table ${tableSql(table)} add column mark integer`.execute(database.db);
    await sql`update ${tableSql(table)} as t set mark = 42 where t::text like '%late start%'`.execute(database.db);
    await sql`alter table ${tableSql(table)} add constraint marks unique (mark) deferrable initially deferred`.execute(
      database.db,
    );
    const run = await operator.repair(faulty, "delete-orphans");
    await sql`update ${tableSql(table)} as t set mark = 42 where t::text like '%two%'`.execute(database.db);
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", changed: 3, skipped: 1 });
    expect(await reasons(undone.planId)).toEqual(["Another row has its mark by now."]);
  });

  test("brings nothing back where a trigger makes another key of it", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    const left = await children();
    const [key = "", value = ""] =
      Object.entries((await operator.previewUndo(run.id)).sample[0]?.key ?? {}).at(-1) ?? [];
    const another = value.includes("-") ? "gen_random_uuid()" : "(random() * 1000000000)::integer";
    await sql`create function public.rekey() returns trigger language plpgsql as ${sql.raw(`$$ begin
      return json_populate_record(new, json_build_object('${key}', ${another}));
    end $$`)}`.execute(database.db);
    await sql`create trigger rekey before insert on ${tableSql(table)} for each row execute function public.rekey()`.execute(
      database.db,
    );
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "failed", changed: 0 });
    expect(undone.error).toContain("gave a row another key");
    expect(await children()).toEqual(left);
  });

  test("skips a row that a check constraint has come to forbid", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    const late = sql`check (${sql.id(body)} ->> 'text' not like 'late %')`;
    await sql`alter table ${tableSql(table)} add constraint never_late ${late}`.execute(database.db);
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", changed: 3, skipped: 1 });
    expect(await reasons(undone.planId)).toEqual(["The constraint never_late does not allow it any more."]);
  });

  test("skips what a rule that the catalogue does not tell of refuses", async () => {
    const run = await operator.repair(faulty, "delete-orphans");
    await sql`create unique index on ${tableSql(table)} (left(${sql.id(body)} ->> 'text', 3)) where ${sql.id(body)} ->> 'text' like 'late%'`.execute(
      database.db,
    );
    await sql`update ${tableSql(table)} as t set ${sql.id(body)} = '{"text": "late."}' where t::text like '%one%' and t::text not like '%nobody%'`.execute(
      database.db,
    );
    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    expect(new Set(await reasons(undone.planId))).toEqual(
      new Set(["Another row holds one of its unique values by now."]),
    );
  });
});

test("a run that is not there cannot be undone", async () => {
  const database = await createTestDatabase();
  try {
    const undo = repairer(database).previewUndo("6b47cbac-9009-42e3-9a37-b1106bf0cba0");
    await expect(undo).rejects.toMatchObject({ code: "not_found" });
  } finally {
    await database.drop();
  }
});
