import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { hashSecret, newKeyId, newSecret, writeKey } from "./key-text";
import { RatePerMinute } from "./limits";
import { scopeNames } from "./scopes";
import type { MadeKey } from "./types";

const CreateKeyInput = z.object({
  name: z.string().trim().min(1, "Name the caller.").max(80, "A name has at most 80 characters."),
  scopes: z
    .array(z.enum(scopeNames, "There is no such scope."))
    .min(1, "Choose at least one scope.")
    .transform((names) => [...new Set(names)].sort()),
  ratePerMinute: RatePerMinute,
});
export type CreateKeyInput = z.input<typeof CreateKeyInput>;

/** Makes a key for a caller. What is kept of it is its hash. */
export async function createKey(ctx: Context, raw: CreateKeyInput): Promise<MadeKey> {
  requireRole(ctx, "admin");
  const { name, scopes, ratePerMinute } = CreateKeyInput.parse(raw);
  const { operator, engine } = ctx;
  const made = { id: newKeyId(), secret: newSecret() };
  try {
    await inOwnTransaction(engine.db, async (trx) => {
      await sql`
        insert into plumbline.api_keys (id, name, scopes, rate_per_minute, secret_hash, created_by)
        values (${made.id}, ${name}, ${scopes}::text[], ${ratePerMinute}, ${hashSecret(made.secret)}, ${operator.email})
      `.execute(trx);
      await emit(trx, {
        action: "api_key.create",
        actor: operator,
        message: `The API key ${name} was made, good for ${new Intl.ListFormat("en").format(scopes)}.`,
        details: { key: made.id, name, scopes, rate_per_minute: ratePerMinute },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", `There is an API key ${name} already: rotate that one, or choose another name.`);
  }
  return { id: made.id, name, key: writeKey(made) };
}
