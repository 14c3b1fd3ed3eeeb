import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { FindingId, findFinding } from "@/lib/findings/find-finding";
import { summarise } from "@/lib/findings/stored-finding";
import { brief } from "./limits";

const DismissFindingInput = z.strictObject({
  findingId: FindingId,
  reason: Reason,
  /** Days until it counts again; null for good. */
  days: z.number().int().min(1).max(3_650).nullable().default(null),
});
export type DismissFindingInput = z.input<typeof DismissFindingInput>;

/** Takes a finding out of what fails, for everybody, until a day or until somebody takes that back. */
export async function dismissFinding(ctx: Context, raw: DismissFindingInput): Promise<void> {
  requireRole(ctx, "operator");
  const { findingId, reason, days } = DismissFindingInput.parse(raw);
  await inTransaction(ctx.engine.db, brief, async (trx) => {
    const finding = await findFinding(trx, findingId);
    if (finding.status === "passing") throw new AppError("conflict", "It passes, so there is nothing to dismiss.");
    await sql`
      insert into plumbline.dismissals (finding_id, reason, dismissed_by, expires_at)
      values (${findingId}, ${reason}, ${ctx.operator.email}, now() + make_interval(days => ${days}::integer))
      on conflict (finding_id) do update
      set reason = excluded.reason, dismissed_by = excluded.dismissed_by, dismissed_at = now(), expires_at = excluded.expires_at
    `.execute(trx);
    const { message, count } = summarise(finding);
    await emit(trx, {
      action: "finding.dismiss",
      actor: ctx.operator,
      message: `Dismissed${days === null ? "" : ` for ${days} days`}: ${message}`,
      table: finding.target.table,
      details: { finding: findingId, check: finding.check, reason, days, count },
    });
  });
}
