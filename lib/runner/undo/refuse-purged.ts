import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";

/**
 * Refuses to begin the undo of a run whose before-images were removed after its preview. The run's row is held until
 * the undo exists, so that none can be removed in between.
 */
export async function refusePurged(trx: Kysely<unknown>, undoOf: string | null): Promise<void> {
  if (undoOf === null) return;
  const { rows } = await sql<{ purged_at: Date | null }>`
    select images_purged_at as purged_at from plumbline.runs where id = ${undoOf} for key share
  `.execute(trx);
  const purgedAt = rows[0]?.purged_at;
  if (purgedAt) throw new AppError("refused", purgedSentence(purgedAt));
}

export function purgedSentence(at: Date): string {
  return `Its before-images were removed from quarantine on ${at.toISOString().slice(0, 10)}, so it can no longer be undone. The audit history says by whom.`;
}
