import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { DecideReferenceInput, decideReference } from "./decide-reference";
import type { SuggestedReference } from "./types";

/** Takes a suggestion for a reference: its rows are checked from the next scan on. */
export async function adoptReference(ctx: Context, input: DecideReferenceInput): Promise<SuggestedReference> {
  requireRole(ctx, "operator");
  const { id, reason } = DecideReferenceInput.parse(input);
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 5_000, statementTimeoutMs: 10_000 }, (trx) =>
    decideReference(trx, { id, reason, state: "adopted", operator: ctx.operator }),
  );
}
