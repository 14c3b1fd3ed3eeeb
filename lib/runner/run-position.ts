import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import type { RunStatus } from "@/lib/runs/types";
import { LeaseLost } from "./move-run";
import { executing } from "./run-states";
import type { TakenRun } from "./take-run";

/** How far a run has come, and what people have asked of it. */
export interface RunPosition {
  status: RunStatus;
  position: number;
  batches: number;
  changed: number;
  skipped: number;
}

export async function readPosition(db: Kysely<unknown>, { id, epoch }: TakenRun): Promise<RunPosition> {
  const { rows } = await sql<Record<"position" | "batches" | "changed" | "skipped", string> & { status: RunStatus }>`
    select status, position, batches, changed, skipped
    from plumbline.runs
    where id = ${id} and epoch = ${epoch}::bigint and status = any(${executing}::text[])
  `.execute(db);
  const row = rows[0];
  if (!row) throw new LeaseLost();
  return {
    status: row.status,
    position: toCount(row.position),
    batches: toCount(row.batches),
    changed: toCount(row.changed),
    skipped: toCount(row.skipped),
  };
}

/**
 * Books what a transaction did, in that transaction: it commits only while the run is still ours. Before any audit row,
 * since whoever pauses or cancels a run writes the two in this order.
 */
export async function advance(
  db: Kysely<unknown>,
  { id, epoch }: TakenRun,
  done: { position?: number; batches?: number; changed: number; skipped?: number },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update plumbline.runs
    set
      position = greatest(position, ${done.position ?? 0}::bigint),
      batches = batches + ${done.batches ?? 0}::bigint,
      changed = changed + ${done.changed}::bigint,
      skipped = skipped + ${done.skipped ?? 0}::bigint,
      attempts = 0
    where id = ${id} and epoch = ${epoch}::bigint and status = any(${executing}::text[])
  `.execute(db);
  if (numAffectedRows !== 1n) throw new LeaseLost();
}
