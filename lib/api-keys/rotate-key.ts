import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { hashSecret, newSecret, writeKey } from "./key-text";
import { KeyId } from "./limits";
import { noSuchKey } from "./no-such-key";
import type { MadeKey } from "./types";

const RotateKeyInput = z.object({
  id: KeyId,
  /** How long the old one stays good beside the new one. */
  graceMinutes: z
    .number("Give a whole number of minutes.")
    .int("Give a whole number of minutes.")
    .min(0, "Give no time less than none.")
    .max(43_200, "Let the old key live for at most 30 days."),
});
export type RotateKeyInput = z.input<typeof RotateKeyInput>;

/** Gives a key another secret. The one before the old one is over at once: at most two are ever good. */
export async function rotateKey(ctx: Context, raw: RotateKeyInput): Promise<MadeKey> {
  requireRole(ctx, "admin");
  const { id, graceMinutes } = RotateKeyInput.parse(raw);
  const secret = newSecret();
  const name = await inOwnTransaction(ctx.engine.db, async (trx) => {
    const { rows } = await sql<{ name: string }>`
      update plumbline.api_keys
      set
        secret_hash = ${hashSecret(secret)},
        previous_hash = case when ${graceMinutes}::integer > 0 then secret_hash end,
        previous_until = case when ${graceMinutes}::integer > 0 then now() + make_interval(mins => ${graceMinutes}) end,
        rotated_at = now()
      where id = ${id} and revoked_at is null
      returning name
    `.execute(trx);
    const [rotated] = rows;
    if (!rotated) throw noSuchKey();
    await emit(trx, {
      action: "api_key.rotate",
      actor: ctx.operator,
      message: `The API key ${rotated.name} was given another secret; the old one is good for ${graceMinutes} more minutes.`,
      details: { key: id, name: rotated.name, grace_minutes: graceMinutes },
    });
    return rotated.name;
  });
  return { id, name, key: writeKey({ id, secret }) };
}
