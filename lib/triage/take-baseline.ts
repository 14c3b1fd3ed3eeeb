import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { brief } from "./limits";

const TakeBaselineInput = z.strictObject({
  reason: Reason,
  /** `today`: everything that fails now is known. `none`: everything that fails counts again. */
  known: z.enum(["today", "none"]),
});
export type TakeBaselineInput = z.input<typeof TakeBaselineInput>;

/** Says of everything that fails today that it is known, so that only what is new or worse fails from now on. */
export async function takeBaseline(ctx: Context, raw: TakeBaselineInput): Promise<{ findings: number }> {
  requireRole(ctx, "admin");
  const { reason, known } = TakeBaselineInput.parse(raw);
  return inTransaction(ctx.engine.db, brief, async (trx) => {
    // Whoever takes it at the same moment waits here, and still sees what he replaces.
    await sql`lock table plumbline.baseline in share row exclusive mode`.execute(trx);
    await sql`delete from plumbline.baseline`.execute(trx);
    const { rows } = await sql`
      insert into plumbline.baseline (finding_id, count, taken_by)
      select id, count, ${ctx.operator.email}
      from plumbline.findings
      where status = 'failing' and ${known} = 'today'
      returning finding_id
    `.execute(trx);
    const message =
      known === "today" ? `The baseline was taken: ${rows.length} findings are known.` : "The baseline was removed.";
    await emit(trx, {
      action: "finding.baseline",
      actor: ctx.operator,
      message,
      details: { reason, findings: rows.length },
    });
    return { findings: rows.length };
  });
}
