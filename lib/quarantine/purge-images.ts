import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { counted, nameOf } from "@/lib/repairs/wording";
import { readRunImages } from "./run-images";
import type { RunImages } from "./types";

const batchRows = 20_000;

/**
 * Decides, once and for all, that the images of a run go: from here on it cannot be undone. Whoever begins an undo holds
 * the run's row, so either the undo is seen here or this is seen by the undo.
 */
export async function giveUpImages(
  trx: Kysely<unknown>,
  runId: string,
  actor: Actor,
  why: (images: RunImages) => string,
): Promise<RunImages> {
  await sql`select from plumbline.runs where id = ${runId} for update`.execute(trx);
  const found = await readRunImages(trx, runId);
  if (found.refusal !== null) throw new AppError("refused", found.refusal);
  const reason = why(found);
  await sql`
    update plumbline.runs
    set images_purged_at = now(), images_purged = ${found.images}, images_purged_by = ${actor.email}
    where id = ${runId}
  `.execute(trx);
  await emit(trx, {
    action: "quarantine.purge",
    actor,
    severity: "warning",
    message: `${counted(found.images, "image")} of the run on ${nameOf(found.table)} (${found.repairTitle}) ${found.images === 1 ? "was" : "were"} removed from quarantine. It can no longer be undone.`,
    table: found.table,
    runId,
    details: { images: found.images, reason },
  });
  return found;
}

/** Removes what was given up, also by a process that ended before it was done. */
export async function removeImages(db: Kysely<unknown>): Promise<void> {
  const limits = { lockTimeoutMs: 5_000, statementTimeoutMs: 60_000 };
  let removed: number;
  do {
    removed = await inTransaction(db, limits, async (trx) => {
      const { numAffectedRows } = await sql`
        delete from plumbline.quarantine as q
        where q.id in (
          select i.id
          from plumbline.runs as r
          cross join lateral (
            select i.id from plumbline.quarantine as i where i.run_id = r.id limit ${batchRows}
          ) as i
          where r.images_purged_at is not null
          limit ${batchRows}
        )
      `.execute(trx);
      return Number(numAffectedRows ?? 0);
    });
  } while (removed > 0);
}
