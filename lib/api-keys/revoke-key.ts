import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { KeyId } from "./limits";
import { noSuchKey } from "./no-such-key";

const RevokeKeyInput = z.object({ id: KeyId });
export type RevokeKeyInput = z.input<typeof RevokeKeyInput>;

/** Ends a key for good, from the next call on. The row stays, because the audit history names it. */
export async function revokeKey(ctx: Context, raw: RevokeKeyInput): Promise<{ name: string }> {
  requireRole(ctx, "admin");
  const { id } = RevokeKeyInput.parse(raw);
  return inOwnTransaction(ctx.engine.db, async (trx) => {
    const { rows } = await sql<{ name: string }>`
      update plumbline.api_keys
      set revoked_at = now(), revoked_by = ${ctx.operator.email}, previous_hash = null, previous_until = null
      where id = ${id} and revoked_at is null
      returning name
    `.execute(trx);
    const [revoked] = rows;
    if (!revoked) throw noSuchKey();
    await emit(trx, {
      action: "api_key.revoke",
      actor: ctx.operator,
      message: `The API key ${revoked.name} was revoked.`,
      details: { key: id, name: revoked.name },
    });
    return revoked;
  });
}
