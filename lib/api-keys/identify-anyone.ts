import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { addressBlock } from "./address-block";
import type { Identity } from "./authenticate";
import type { Scope } from "./scopes";

/** A caller without a key, where an admin has allowed those for this scope. */
export async function identifyAnyone({ db }: Engine, address: string, scope: Scope): Promise<Identity> {
  const { rows } = await sql<{ per_minute: number }>`
    select rate_per_minute as per_minute from plumbline.api_anyone where scope = ${scope}
  `.execute(db);
  const [allowed] = rows;
  if (!allowed) {
    throw new AppError(
      "unauthenticated",
      `This needs an API key for ${scope}. Send it as \`Authorization: Bearer plb_…\`; an admin makes it under Settings, API keys.`,
    );
  }
  return { keyId: null, name: "anyone", subject: `address:${addressBlock(address)}`, perMinute: allowed.per_minute };
}
