import { type Kysely, sql, type Transaction } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { inTransaction } from "@/lib/db";
import { endSilentScans, isUnderWay, readScan } from "./scan-row";
import type { Scan } from "./types";

export interface BegunScan {
  scan: Scan;
  /** False where another one is under way already, which is then the answer. */
  isNew: boolean;
}

/** Claims the one place for a scan, in this database; what a new one needs besides is done in the same transaction. */
export async function beginScan(
  db: Kysely<unknown>,
  actor: Actor,
  onBegun: (trx: Transaction<unknown>, scanId: string) => Promise<void> = async () => undefined,
): Promise<BegunScan> {
  return inTransaction(db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, async (trx) => {
    await endSilentScans(trx);
    const { rows } = await sql<{ id: string }>`
      insert into plumbline.scans (status, actor)
      values ('running', ${actor.email})
      on conflict ((true)) where status in ('running', 'cancelling') do nothing
      returning id
    `.execute(trx);
    const [begun] = rows;
    if (begun) {
      await onBegun(trx, begun.id);
      await emit(trx, { action: "scan.start", actor, message: "A scan was started.", details: { scan: begun.id } });
    }
    const scan = await readScan(trx, begun ? sql`s.id = ${begun.id}` : isUnderWay);
    // It was under way when ours was refused and has ended since.
    if (!scan) throw new Error("The running scan ended at this moment.");
    return { scan, isNew: begun !== undefined };
  });
}
