import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { FindingId, findFinding } from "@/lib/findings/find-finding";
import { brief } from "./limits";

const RestoreFindingInput = z.strictObject({ findingId: FindingId });
export type RestoreFindingInput = z.input<typeof RestoreFindingInput>;

/** Takes a dismissal back: the finding counts again. */
export async function restoreFinding(ctx: Context, raw: RestoreFindingInput): Promise<void> {
  requireRole(ctx, "operator");
  const { findingId } = RestoreFindingInput.parse(raw);
  await inTransaction(ctx.engine.db, brief, async (trx) => {
    const finding = await findFinding(trx, findingId);
    const { rows } = await sql<{ reason: string }>`
      delete from plumbline.dismissals where finding_id = ${findingId} returning reason
    `.execute(trx);
    const [dismissal] = rows;
    if (!dismissal) throw new AppError("conflict", "It is not dismissed any more: somebody took that back already.");
    await emit(trx, {
      action: "finding.restore",
      actor: ctx.operator,
      message: "A dismissal was taken back.",
      table: finding.target.table,
      details: { finding: findingId, check: finding.check, was: dismissal.reason },
    });
  });
}
