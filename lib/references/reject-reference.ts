import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { DecideReferenceInput, decideReference } from "./decide-reference";
import type { SuggestedReference } from "./types";

/** Takes a suggestion for no reference, for good: no later scan brings it back. */
export async function rejectReference(ctx: Context, input: DecideReferenceInput): Promise<SuggestedReference> {
  requireRole(ctx, "operator");
  const { id, reason } = DecideReferenceInput.parse(input);
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, (trx) =>
    decideReference(trx, { id, reason, state: "rejected", operator: ctx.operator }),
  );
}
