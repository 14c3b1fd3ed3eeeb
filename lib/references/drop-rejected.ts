import { type Kysely, sql } from "kysely";
import { dropFindings } from "./settle-findings";
import { readSuggestions } from "./suggestion-row";

/** A scan that was under way when a reference was rejected has measured it all the same. */
export async function dropRejectedSince(trx: Kysely<unknown>, scanId: string): Promise<void> {
  const rejected = await readSuggestions(
    trx,
    sql`r.state = 'rejected' and r.decided_at >= (select started_at from plumbline.scans where id = ${scanId})`,
  );
  for (const { reference } of rejected) await dropFindings(trx, reference);
}
