import { sql } from "kysely";
import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { giveUpImages, removeImages } from "./purge-images";
import { hasImages, leavesAt, readRetention } from "./retention-row";

/** Now and then: removes the images whose time is over, run by run. Does nothing where everything is kept for good. */
export async function purgeDue({ db }: Engine): Promise<void> {
  const retention = await readRetention(db);
  const { rows } = await sql<{ id: string }>`
    select r.id
    from plumbline.quarantine_retention as k
    join plumbline.runs as r on ${leavesAt} < now()
    where ${hasImages}
    order by r.finished_at
    limit 100
  `.execute(db);
  for (const { id } of rows) {
    const why = `They were kept for ${retention?.keep_days} days, as ${retention?.set_by} had decided.`;
    try {
      await inOwnTransaction(db, (trx) => giveUpImages(trx, id, system, () => why));
    } catch (error) {
      // Somebody has begun to undo it, or was quicker: the next time.
      if (!(error instanceof AppError && error.code === "refused")) throw error;
    }
  }
  await removeImages(db);
}
