import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";
import type { EndStatus } from "./run-states";

export interface RunEnd {
  status: EndStatus;
  changed?: number;
  skipped?: number;
  error?: string;
}

/** Moves a running run to its end. A run that another process has given up meanwhile cannot be finished any more. */
export async function finishRun(db: Kysely<unknown>, runId: string, end: RunEnd): Promise<void> {
  const { rows } = await sql`
    update plumbline.runs
    set
      status = ${end.status},
      changed = ${end.changed ?? 0},
      skipped = ${end.skipped ?? 0},
      error = ${end.error ?? null},
      finished_at = clock_timestamp()
    where id = ${runId} and status = 'running'
    returning id
  `.execute(db);
  if (rows.length === 0)
    throw new AppError(
      "conflict",
      "The run was declared interrupted while it was under way, so nothing of it was kept.",
    );
}

/** Marks the step that was under way as failed. */
export async function failStep(
  db: Kysely<unknown>,
  runId: string,
  position: number | null,
  error: string,
): Promise<void> {
  await sql`
    update plumbline.run_steps
    set status = 'failed', error = ${error}, finished_at = clock_timestamp()
    where run_id = ${runId} and (status = 'running' or position = ${position}::integer)
  `.execute(db);
}
