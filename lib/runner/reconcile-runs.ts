import { type Kysely, sql } from "kysely";
import type { Engine } from "@/lib/db";
import type { RunHooks } from "./execution";
import { letGo } from "./let-go";
import { inOwnTransaction } from "./own-transaction";
import { executing } from "./run-states";

/** Finds the runs whose worker has said nothing for as long as its lease was, and leaves them to the next worker. */
export async function reconcileRuns({ db }: Engine, handOn: RunHooks["handOn"]): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from plumbline.runs where ${isSilent}`.execute(db);
  for (const { id } of rows) await inOwnTransaction(db, (trx) => letGoIfSilent(trx, id, handOn));
}

const isSilent = sql`status = any(${executing}::text[]) and lease_until < clock_timestamp()`;

async function letGoIfSilent(trx: Kysely<unknown>, id: string, handOn: RunHooks["handOn"]): Promise<void> {
  const { rows } = await sql<{ epoch: string }>`
    select epoch from plumbline.runs where id = ${id} and ${isSilent} for update skip locked
  `.execute(trx);
  const [run] = rows;
  if (run)
    await letGo(trx, { id, epoch: Number(run.epoch) }, "The process that executed it ended or fell silent.", handOn);
}
