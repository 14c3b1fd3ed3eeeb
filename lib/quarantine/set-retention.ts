import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { getRetention } from "./get-retention";
import { readRetention, warningDays } from "./retention-row";
import type { Retention } from "./types";

const SetRetentionInput = z.object({
  /** Null: everything is kept for good. */
  keepDays: z
    .number("Give a whole number of days.")
    .int("Give a whole number of days.")
    .min(1, "Keep them for at least a day.")
    .max(3_650, "Keep them for at most 3,650 days, or for good.")
    .nullable(),
  reason: Reason,
});
export type SetRetentionInput = z.input<typeof SetRetentionInput>;

/** Decides how long before-images are kept. Where that becomes shorter nothing goes for the days of warning. */
export async function setRetention(ctx: Context, raw: SetRetentionInput): Promise<Retention> {
  requireRole(ctx, "admin");
  const { keepDays, reason } = SetRetentionInput.parse(raw);
  const { operator, engine } = ctx;
  await inOwnTransaction(engine.db, async (trx) => {
    const before = await readRetention(trx);
    await write(trx, keepDays, operator.email);
    await emit(trx, {
      action: "quarantine.retention",
      actor: { id: operator.id, email: operator.email },
      message:
        keepDays === null
          ? "Before-images are kept for good."
          : `Before-images are kept for ${keepDays} days after their run; nothing is removed before ${warningDays} days of warning.`,
      details: { keep_days: keepDays, keep_days_before: before?.keep_days ?? null, reason },
    });
  });
  return getRetention(ctx);
}

async function write(trx: Kysely<unknown>, keepDays: number | null, by: string): Promise<void> {
  if (keepDays === null) {
    await sql`delete from plumbline.quarantine_retention`.execute(trx);
    return;
  }
  await sql`
    insert into plumbline.quarantine_retention as k (keep_days, not_before, set_by)
    values (${keepDays}, now() + make_interval(days => ${warningDays}), ${by})
    on conflict (one) do update
    set
      keep_days = excluded.keep_days,
      not_before = case when excluded.keep_days < k.keep_days then excluded.not_before else k.not_before end,
      set_by = excluded.set_by,
      set_at = now()
  `.execute(trx);
}
