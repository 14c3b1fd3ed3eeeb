import { type RawBuilder, sql } from "kysely";
import { titleOf } from "@/lib/plans/get-plan";
import { underWay } from "@/lib/runner/run-states";
import type { RunSummary } from "./types";

export interface RunRow {
  id: string;
  plan_id: string;
  finding_id: string | null;
  repair: RunSummary["repair"];
  summary: string;
  form: RunSummary["form"];
  status: RunSummary["status"];
  schema_name: string;
  table_name: string;
  actor: string;
  reason: string;
  changed: string;
  skipped: string;
  total: string;
  skipped_before: string;
  batches: string;
  error: string | null;
  started_at: Date;
  finished_at: Date | null;
  undo_of: string | null;
  undone_by: string | null;
}

/** The columns of a summary, from `plumbline.runs as r` joined to `plumbline.plans as p`. */
export const runColumns: RawBuilder<unknown> = sql`
  r.id, r.plan_id, p.finding_id, p.repair, p.summary, p.steps ->> 'form' as form, r.status, r.schema_name, r.table_name, r.actor, r.reason,
  r.changed, r.skipped, p.will_change as total, p.skipped as skipped_before,
  r.batches, r.error, r.started_at, r.finished_at, r.undo_of,
  (
    select u.id from plumbline.runs as u
    where u.undo_of = r.id and u.status = 'succeeded'
    order by u.started_at desc limit 1
  ) as undone_by`;

export function toSummary(row: RunRow): RunSummary {
  return {
    id: row.id,
    planId: row.plan_id,
    findingId: row.finding_id,
    repair: row.repair,
    repairTitle: titleOf(row.repair),
    summary: row.summary,
    form: row.form,
    status: row.status,
    isOver: !underWay.includes(row.status),
    schemaName: row.schema_name,
    tableName: row.table_name,
    actor: row.actor,
    reason: row.reason,
    changed: Number(row.changed),
    skipped: Number(row.skipped),
    total: Number(row.total),
    remaining: Math.max(
      0,
      Number(row.total) - Number(row.changed) - (Number(row.skipped) - Number(row.skipped_before)),
    ),
    batches: Number(row.batches),
    error: row.error,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    undoOf: row.undo_of,
    undoneBy: row.undone_by,
  };
}
