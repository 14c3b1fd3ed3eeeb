import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { loadPlan } from "@/lib/runner/load-plan";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { undoRefusal } from "@/lib/runner/undo/undo-refusal";
import { asksOf } from "./asks";
import { handOn } from "./hand-on";
import { readPace } from "./run-pace";
import { type RunRow, runColumns, toSummary } from "./run-row";
import type { Run, RunStep, Verification } from "./types";

/** One run as it stands; polled while it is under way. */
export async function getRun(ctx: Context, id: string): Promise<Run> {
  requireRole(ctx, "viewer");
  const runId = z.uuid().parse(id);
  const { db } = ctx.engine;
  await reconcileRuns(ctx.engine, handOn);
  const { rows } = await sql<RunRow & { verification: Verification | null; throttle: string | null }>`
    select ${runColumns}, r.verification, r.throttle
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.id = ${runId}
  `.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("not_found", "There is no such run.");
  const summary = toSummary(row);
  const going = await readPace(db, runId, summary.remaining);
  return {
    ...summary,
    ...going,
    asks: asksOf(summary.status, going.stalledSeconds !== null),
    steps: await readSteps(db, runId, summary.planId),
    verification: row.verification,
    throttle: row.throttle,
    undoRefusal: await undoRefusal(db, runId),
  };
}

async function readSteps(db: Kysely<unknown>, runId: string, planId: string): Promise<RunStep[]> {
  const { rows } = await sql<StepRow>`
    select position, status, affected, error, started_at, finished_at
    from plumbline.run_steps
    where run_id = ${runId}
  `.execute(db);
  const states = new Map(rows.map((row) => [row.position, row]));
  const { body } = await loadPlan(db, planId);
  return body.steps.map((step) => {
    const state = states.get(step.position);
    return {
      ...step,
      status: state?.status ?? "pending",
      affected: state?.affected == null ? null : Number(state.affected),
      error: state?.error ?? null,
      startedAt: state?.started_at?.toISOString() ?? null,
      finishedAt: state?.finished_at?.toISOString() ?? null,
    };
  });
}

interface StepRow {
  position: number;
  status: RunStep["status"];
  affected: string | null;
  error: string | null;
  started_at: Date | null;
  finished_at: Date | null;
}
