import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { readScan } from "./scan-row";
import type { Scan } from "./types";

const CancelScanInput = z.object({ scanId: z.uuid() });
export type CancelScanInput = z.input<typeof CancelScanInput>;

/** Asks a scan to stop. It ends within two seconds, and what it has measured by then is kept. */
export async function cancelScan(ctx: Context, input: CancelScanInput): Promise<Scan> {
  requireRole(ctx, "operator");
  const { scanId } = CancelScanInput.parse(input);
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, async (trx) => {
    // Nobody is there to stop a scan that no worker has taken up: it ends at once.
    const { numAffectedRows } = await sql`
      update plumbline.scans
      set
        status = case when taken_at is null then 'cancelled' else 'cancelling' end,
        finished_at = case when taken_at is null then now() end
      where id = ${scanId} and status = 'running'
    `.execute(trx);
    const scan = await readScan(trx, sql`s.id = ${scanId}`);
    if (!scan) throw new AppError("not_found", "There is no such scan.");
    if (numAffectedRows === 1n) {
      const actor = { id: ctx.operator.id, email: ctx.operator.email };
      await emit(trx, { action: "scan.cancel", actor, message: "A scan was cancelled.", details: { scan: scanId } });
    } else if (scan.status !== "cancelling" && scan.status !== "cancelled") {
      throw new AppError("conflict", "This scan has ended already, so there is nothing to cancel.");
    }
    return scan;
  });
}
