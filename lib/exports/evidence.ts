import { type Kysely, sql } from "kysely";
import { titleOf } from "@/lib/plans/get-plan";
import { counted, nameOf } from "@/lib/repairs/wording";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import type { Verification } from "@/lib/runs/types";

export interface RunEvidence {
  id: string;
  status: string;
  actor: string;
  reason: string;
  changed: number;
  skipped: number;
  finishedAt: Date | null;
  verification: Verification | null;
  /** Positions of the steps that were done. */
  done: number[];
}

/** The run of a plan; null while there is none. */
export async function readRunEvidence(db: Kysely<unknown>, planId: string): Promise<RunEvidence | null> {
  const { rows } = await sql<RunEvidence>`
    select
      r.id, r.status, r.actor, r.reason, r.changed::float8 as changed, r.skipped::float8 as skipped,
      r.finished_at as "finishedAt", r.verification,
      array(select s.position from plumbline.run_steps as s where s.run_id = r.id and s.status = 'succeeded') as done
    from plumbline.runs as r
    where r.plan_id = ${planId}
  `.execute(db);
  return rows[0] ?? null;
}

/** What was wrong, what was done about it, by whom and why, and what was measured afterwards. */
export function evidenceLines(plan: StoredPlan, run: RunEvidence | null, cause: string | null): string[] {
  const what = `${titleOf(plan.repair)}: ${plan.summary}`;
  const found = cause === null ? [] : [`Cause: ${cause}`];
  const planned = `Planned by ${plan.createdBy}, ${moment(plan.createdAt)} (plan ${plan.id}, ${nameOf(plan.table)}).`;
  if (!run) return [what, ...found, planned, "It has not been run."];
  const unit = plan.body.form === "rows" ? "row" : "change";
  return [
    what,
    ...found,
    planned,
    `Run by ${run.actor}, ended ${run.finishedAt ? moment(run.finishedAt) : "not yet"} (run ${run.id}, ${run.status}): ${counted(run.changed, unit)}, ${run.skipped} skipped.`,
    `Reason: ${run.reason}`,
    ...(run.verification ? [`Measured afterwards: ${run.verification.message}`] : []),
  ];
}

function moment(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
