import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RepairCode } from "@/lib/repairs/codes";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { startRun } from "@/lib/runs/start-run";
import { repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { exportPlan } from "./export-plan";
import { exportRun } from "./export-run";
import { exportRuns } from "./export-runs";
import { applyFiles } from "./testing/apply-files";

const repairs: [RepairCode, unknown][] = [
  ["delete-orphans", {}],
  ["adopt-orphans", {}],
  ["reassign-orphans", { parent: "system" }],
];

describe.each(referenceSchemas)("an export with $label", ({ target, create }) => {
  const { table, parent } = target;
  const faulty = { check: "orphan_rows", target } as const;
  let source: TestDatabase;
  let copy: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeAll(async () => {
    [source, copy] = [await createTestDatabase(), await createEmptyDatabase()];
    operator = repairer(source);
    await create(source.db);
    await create(copy.db);
  });
  afterAll(async () => {
    await source.drop();
    await copy.drop();
  });

  /** Ids that each database makes for itself are alike. */
  async function stateOf(db: Kysely<unknown>): Promise<string[]> {
    const rows = [...(await rowsOf(db, table)), ...(await rowsOf(db, parent))];
    return rows.map((row) => row.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, "id")).sort();
  }

  test.each(repairs)(
    "of %s repeats it on a copy, from the plan as from the run, and takes it back",
    async (code, input) => {
      const asFound = await rowsOf(copy.db, table);
      const plan = await operator.preview(faulty, code, input);
      const planned = await exportPlan(operator.ctx, plan.id);
      const run = await operator.apply(plan);
      const exported = await exportRun(contextAs("viewer", source), run.id);
      const statements = (files: { sql: string }[]) => files.map((file) => file.sql.replace(/^--.*\n/gm, ""));
      expect(statements(exported.migrations)).toEqual(statements(planned.migrations));
      expect(statements(exported.undo)).toEqual(statements(planned.undo));

      await applyFiles(copy.url, exported.migrations);
      expect(await stateOf(copy.db)).toEqual(await stateOf(source.db));
      await applyFiles(copy.url, exported.undo);
      expect(await rowsOf(copy.db, table)).toEqual(asFound);

      // What takes a run back on this database does so on the copy, too.
      await applyFiles(copy.url, exported.migrations);
      const undo = await operator.undo(run.id);
      await applyFiles(copy.url, (await exportRun(operator.ctx, undo.id)).migrations);
      expect(await rowsOf(copy.db, table)).toEqual(asFound);
      expect(await stateOf(copy.db)).toEqual(await stateOf(source.db));
    },
  );
});

describe("an export", () => {
  const [plain] = referenceSchemas;
  if (!plain) throw new Error("There is a schema with plain names");
  const faulty = { check: "orphan_rows", target: plain.target } as const;
  const { table, parent } = plain.target;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeAll(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await plain.create(database.db);
  });
  afterAll(() => database.drop());

  async function onCopy(work: (copy: TestDatabase) => Promise<void>): Promise<void> {
    const copy = await createEmptyDatabase();
    try {
      await plain?.create(copy.db);
      await work(copy);
    } finally {
      await copy.drop();
    }
  }

  test("says the cause, the counts, who, when and why, and nothing that a person typed becomes SQL", async () => {
    await expect(exportRuns(operator.ctx, null)).rejects.toThrow("Run a repair first.");
    const plan = await operator.preview(faulty, "adopt-orphans");
    const reason = "they are worth keeping\ndrop table notes; --\r\ndrop table authors";
    const { runId } = await startRun(operator.ctx, { planId: plan.id, hash: plan.hash, reason });
    await operator.settled(runId);
    const [file] = (await exportRuns(operator.ctx, null)).migrations;
    expect(file?.name).toMatch(/^\d{14}_adopt_orphans_notes\.sql$/);
    const code = file?.sql.replace(/^--.*\n/gm, "").trim();
    expect(code).toMatch(/^do \$plumbline\$[\s\S]*\$plumbline\$;$/);
    expect(code).not.toContain("drop table notes");
    for (const said of ["operator@plumbline.test", "they are worth keeping", "orphan_rows", plan.summary, runId]) {
      expect(file?.sql).toContain(said);
    }
    const undo = await operator.undo(runId);
    await expect(exportRuns(operator.ctx, null)).rejects.toThrow("nothing to export");
    await operator.undo((await operator.undo(undo.id)).id);
    await expect(exportRuns(operator.ctx, null)).rejects.toThrow("nothing to export");
  });

  test("holds inside a transaction of the one who applies it", () =>
    onCopy(async (copy) => {
      const { migrations, undo } = await exportPlan(
        operator.ctx,
        (await operator.preview(faulty, "delete-orphans")).id,
      );
      const wrapped = migrations.map((file) => ({ ...file, sql: `begin; ${file.sql} ${file.sql} commit;` }));
      const asFound = await rowsOf(copy.db, table);
      await applyFiles(copy.url, wrapped);
      expect(await rowsOf(copy.db, table)).toHaveLength(asFound.length - 4);
      await applyFiles(copy.url, undo);
      expect(await rowsOf(copy.db, table)).toEqual(asFound);
    }));

  test("leaves alone on the way back what was changed since, and keeps its image", () =>
    onCopy(async (copy) => {
      const input = { parent: { id: "1" } };
      const plan = await operator.preview(faulty, "reassign-orphans", input);
      const { migrations, undo } = await exportPlan(operator.ctx, plan.id);
      const asFound = await rowsOf(copy.db, table);
      await applyFiles(copy.url, migrations);
      const { rows } = await sql<{ n: number }>`
        with edited as (select id from notes where author_id = 1 order by written_at desc limit 1)
        update notes set author_id = 2 from edited where notes.id = edited.id returning 1 as n`.execute(copy.db);
      expect(rows).toHaveLength(1);
      await applyFiles(copy.url, undo);
      const back = await rowsOf(copy.db, table);
      expect(back.filter((row) => !asFound.includes(row))).toHaveLength(1);
      const kept = await sql`select from plumbline_undo.quarantine`.execute(copy.db);
      expect(kept.rows).toHaveLength(1);
    }));

  test("does not take a parent away under its children", () =>
    onCopy(async (copy) => {
      const { migrations, undo } = await exportPlan(operator.ctx, (await operator.preview(faulty, "adopt-orphans")).id);
      await applyFiles(copy.url, migrations);
      await sql`alter table notes add constraint kept foreign key (author_id) references authors on delete cascade`.execute(
        copy.db,
      );
      const before = [...(await rowsOf(copy.db, table)), ...(await rowsOf(copy.db, parent))];
      await expect(applyFiles(copy.url, undo)).rejects.toThrow(
        /4 rows of notes refer by the foreign key kept to rows of authors/,
      );
      expect([...(await rowsOf(copy.db, table)), ...(await rowsOf(copy.db, parent))]).toEqual(before);
    }));

  test("waits no longer than its lock timeout for a row that somebody holds, and tries again", () =>
    onCopy(async (copy) => {
      const { migrations } = await exportPlan(operator.ctx, (await operator.preview(faulty, "delete-orphans")).id);
      const holder = await copy.pool.connect();
      await holder.query("begin; lock table notes in exclusive mode");
      const applied = applyFiles(copy.url, migrations);
      await expect
        .poll(
          async () => {
            const { rows } = await copy.pool.query(
              "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
            );
            return rows.length;
          },
          { timeout: 5_000 },
        )
        .toBe(1);
      await holder.query("rollback");
      holder.release();
      await applied;
      expect(await rowsOf(copy.db, table)).toHaveLength(5);
    }));
});
