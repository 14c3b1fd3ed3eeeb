import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SampleRow } from "@/lib/plans/types";
import type { PlanBody, PlanDraft, StoredPlan } from "./stored-plan";

interface Row {
  id: string;
  finding_id: string | null;
  repair: PlanDraft["repair"];
  undo_of: string | null;
  target: PlanDraft["target"];
  schema_name: string;
  table_name: string;
  input: unknown;
  summary: string;
  steps: PlanBody;
  will_change: string;
  unchanged: string;
  skipped: string;
  sample: SampleRow[];
  row_event: string | null;
  hash: string;
  created_by: string;
  created_at: Date;
  age_seconds: number;
  run_id: string | null;
}

/** The plan as it was stored, or a sentence when there is none. */
export async function loadPlan(db: Kysely<unknown>, planId: string): Promise<StoredPlan> {
  const { rows } = await sql<Row>`
    select
      p.*,
      extract(epoch from now() - p.created_at)::double precision as age_seconds,
      r.id as run_id
    from plumbline.plans as p
    left join plumbline.runs as r on r.plan_id = p.id
    where p.id = ${planId}
  `.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("not_found", "There is no such plan. Preview the repair again.");
  return {
    id: row.id,
    findingId: row.finding_id,
    repair: row.repair,
    undoOf: row.undo_of,
    target: row.target,
    table: { schema: row.schema_name, name: row.table_name },
    input: row.input,
    summary: row.summary,
    body: row.steps,
    willChange: toCount(row.will_change),
    unchanged: toCount(row.unchanged),
    skipped: toCount(row.skipped),
    sample: row.sample,
    rowEvent: row.row_event,
    hash: row.hash,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ageSeconds: row.age_seconds,
    runId: row.run_id,
  };
}
