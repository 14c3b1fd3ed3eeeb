import { type Kysely, sql } from "kysely";
import { expect, vi } from "vitest";
import type { Role } from "@/lib/auth/roles";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import { type Engine, inTransaction, rowImage, tableSql } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { type CreatePlanInput, createPlan } from "@/lib/plans/create-plan";
import { createUndoPlan } from "@/lib/plans/create-undo-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { listPlanItems } from "@/lib/plans/list-plan-items";
import type { Plan } from "@/lib/plans/types";
import type { RepairCode } from "@/lib/repairs/codes";
import { contextAs } from "@/lib/testing/context";
import { getRun } from "../get-run";
import { startRun } from "../start-run";
import type { Run, RunStatus } from "../types";
import { workOnRun } from "../work-on-run";

export interface Faulty {
  check: CheckCode;
  target: Target;
}

/** A finding as a scan would have stored it; gives its id. */
export async function storeFinding(db: Kysely<unknown>, { check, target }: Faulty): Promise<string> {
  const id = findingId(check, target);
  await sql`
    insert into plumbline.findings
      (id, check_code, severity, target, schema_name, table_name, status, count, how, measured_at)
    values (
      ${id}, ${check}, 'error', ${JSON.stringify(target)}::jsonb, ${target.table.schema}, ${target.table.name},
      'failing', 1, 'exact', now()
    )
    on conflict (id) do nothing
  `.execute(db);
  return id;
}

/** For tests: previews, runs and undoes as an operator would, by the same verbs. */
export function repairer(engine: Engine, role: Role = "operator") {
  const ctx = contextAs(role, engine);

  async function preview(
    faulty: Faulty,
    repair: RepairCode,
    input: unknown = {},
    narrowing?: CreatePlanInput["narrowing"],
  ): Promise<Plan> {
    const finding = await storeFinding(engine.db, faulty);
    const { planId } = await createPlan(ctx, { findingId: finding, repair, input, narrowing });
    return getPlan(ctx, planId);
  }

  /** Leaves the run to whoever takes it up. */
  async function queue({ id, hash, confirmation }: Plan): Promise<string> {
    const phrase = confirmation.phrase ?? undefined;
    const { runId } = await startRun(ctx, { planId: id, hash, reason: "as the test says", phrase });
    return runId;
  }

  /** Starts the run, and works on it as a worker of this process would. */
  async function start(plan: Plan): Promise<string> {
    const runId = await queue(plan);
    void workOnRun(engine, runId);
    return runId;
  }

  /** Waits for its end, and works on it where nobody does. */
  function settled(runId: string): Promise<Run> {
    void workOnRun(engine, runId);
    return vi.waitFor(
      async () => {
        const run = await getRun(ctx, runId);
        expect(run.isOver).toBe(true);
        return run;
      },
      { timeout: 25_000, interval: 20 },
    );
  }

  /** Waits until the run is in that state. */
  function until(runId: string, status: RunStatus): Promise<Run> {
    return vi.waitFor(
      async () => {
        const run = await getRun(ctx, runId);
        expect(run.status).toBe(status);
        return run;
      },
      { timeout: 25_000, interval: 20 },
    );
  }

  /** Waits until nobody executes it. */
  function stopped(runId: string): Promise<Run> {
    return vi.waitFor(
      async () => {
        const run = await getRun(ctx, runId);
        expect(["running", "pausing", "cancelling"]).not.toContain(run.status);
        return run;
      },
      { timeout: 25_000, interval: 20 },
    );
  }

  const apply = async (plan: Plan): Promise<Run> => settled(await start(plan));

  const repair = async (faulty: Faulty, code: RepairCode, input: unknown = {}): Promise<Run> =>
    apply(await preview(faulty, code, input));

  async function previewUndo(runId: string): Promise<Plan> {
    const { planId } = await createUndoPlan(ctx, { runId });
    return getPlan(ctx, planId);
  }

  const undo = async (runId: string): Promise<Run> => apply(await previewUndo(runId));

  /** The rows that were skipped, by preview or run, each with its reason. */
  async function skippedItems(planId: string) {
    const { items } = await listPlanItems(ctx, { planId, outcome: "skip", limit: 200 });
    return items.map(({ key, reason, resultReason }) => ({ key, reason: resultReason ?? reason }));
  }

  return { ctx, preview, queue, start, settled, until, stopped, apply, repair, previewUndo, undo, skippedItems };
}

/** Every row of a table as the text PostgreSQL writes, in order of that text. */
export async function rowsOf(db: Kysely<unknown>, table: { schema: string; name: string }): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select t::text as row from ${sql.id(table.schema, table.name)} as t order by t::text collate "C"
  `.execute(db);
  return rows.map(({ row }) => row);
}

/** Every row of a table as its before-image would be, in order of that text. */
export async function imagesOf(db: Kysely<unknown>, table: { schema: string; name: string }): Promise<string[]> {
  const columns = (await readCatalog(db)).find(table)?.columns.map(({ name }) => name) ?? [];
  const limits = { lockTimeoutMs: 5_000, statementTimeoutMs: 5_000 };
  const { rows } = await inTransaction(db, limits, (trx) =>
    sql<{ image: string }>`select ${rowImage("t", columns)}::text as image from ${tableSql(table)} as t`.execute(trx),
  );
  return rows.map(({ image }) => image).sort();
}

/** The before-images of a run, in order of their text. */
export async function keptBy(db: Kysely<unknown>, runId: string): Promise<string[]> {
  const { rows } = await sql<{ image: string }>`
    select before::text as image from plumbline.quarantine where run_id = ${runId} and before is not null
  `.execute(db);
  return rows.map(({ image }) => image).sort();
}

/** How many audit rows a run has, by type. */
export async function auditCounts(db: Kysely<unknown>, runId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ type: string; count: number }>`
    select error_type as type, count(*)::integer as count
    from public.error_logs
    where run_id = ${runId} and action like 'row.%'
    group by 1
  `.execute(db);
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}
