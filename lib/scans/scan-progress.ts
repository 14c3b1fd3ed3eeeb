import { type Kysely, type RawBuilder, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { inTransaction } from "@/lib/db";
import { ScanTakenOver } from "./scan-end";
import { isUnderWay } from "./scan-row";

/** How long a transaction may take that stores what was measured. */
export const brief = { lockTimeoutMs: 5_000, statementTimeoutMs: 30_000 };

/** Takes the scan up, for this process; false where another one has, or where it was ended before. */
export async function takeScan(db: Kysely<unknown>, scanId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update plumbline.scans
    set taken_at = now(), heartbeat_at = now()
    where id = ${scanId} and status = 'running' and taken_at is null
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Says how far the scan is; without anything new, that it is alive. */
export async function progress(
  db: Kysely<unknown>,
  scanId: string,
  change: RawBuilder<unknown> = sql`current_table = s.current_table`,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update plumbline.scans as s set ${change}, heartbeat_at = now() where s.id = ${scanId} and ${isUnderWay}
  `.execute(db);
  if (numAffectedRows === 0n) throw new ScanTakenOver();
}

interface Ended {
  status: "succeeded" | "failed" | "cancelled";
  tables: number;
  failing: string;
  notChecked: string;
}

/** Ends the scan: with the error, or as done; a scan that was asked to stop has stopped, however far it came. */
export async function finishScan(
  db: Kysely<unknown>,
  scanId: string,
  actor: Actor,
  error: string | null,
): Promise<void> {
  await inTransaction(db, brief, async (trx) => {
    const { rows } = await sql<Ended>`
      update plumbline.scans as s
      set
        status = case when s.status = 'cancelling' then 'cancelled' when ${error}::text is null then 'succeeded' else 'failed' end,
        error = case when s.status = 'running' then ${error}::text end,
        current_table = null,
        heartbeat_at = now(),
        finished_at = now()
      where s.id = ${scanId} and ${isUnderWay}
      returning
        s.status,
        s.tables_done as tables,
        (select count(*) from plumbline.findings where status = 'failing') as failing,
        (select count(*) from plumbline.findings where status = 'not_checked') as "notChecked"
    `.execute(trx);
    const [ended] = rows;
    if (!ended) throw new ScanTakenOver();
    const { status, tables } = ended;
    const details = { scan: scanId, tables, failing: Number(ended.failing), notChecked: Number(ended.notChecked) };
    // Who asked for the end is in the history already.
    if (status === "cancelled") return;
    const message = error ?? `A scan of ${tables} tables found ${details.failing} faults.`;
    await emit(
      trx,
      status === "succeeded"
        ? { action: "scan.finish", actor, message, details }
        : { action: "scan.fail", actor, severity: "error", message, details },
    );
  });
}
