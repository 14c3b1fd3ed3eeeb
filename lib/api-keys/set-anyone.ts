import { z } from "zod";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { RatePerMinute } from "./limits";
import { openScopes } from "./open-scopes";
import { openableScopes } from "./scopes";

const SetAnyoneInput = z.object({
  /** None: every caller needs a key. */
  scopes: z
    .array(z.enum(openableScopes, "That scope is never open to callers without a key."))
    .transform((names) => [...new Set(names)].sort()),
  ratePerMinute: RatePerMinute,
  reason: Reason,
});
export type SetAnyoneInput = z.input<typeof SetAnyoneInput>;

/** Decides what callers without a key may do. */
export async function setAnyone(ctx: Context, raw: SetAnyoneInput): Promise<{ scopes: string[] }> {
  requireRole(ctx, "admin");
  const { reason, ...opening } = SetAnyoneInput.parse(raw);
  await inOwnTransaction(ctx.engine.db, (trx) => openScopes(trx, opening, { actor: ctx.operator, reason }));
  return { scopes: opening.scopes };
}
