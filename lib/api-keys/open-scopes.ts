import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import type { Scope } from "./scopes";

export interface Opening {
  scopes: Scope[];
  ratePerMinute: number;
}

/** Lets callers without a key do exactly this, in the caller's transaction. */
export async function openScopes(
  trx: Kysely<unknown>,
  { scopes, ratePerMinute }: Opening,
  { actor, reason }: { actor: Actor; reason: string },
): Promise<void> {
  await sql`delete from plumbline.api_anyone where scope <> all(${scopes}::text[])`.execute(trx);
  await sql`
    insert into plumbline.api_anyone (scope, rate_per_minute, allowed_by)
    select scope, ${ratePerMinute}, ${actor.email} from unnest(${scopes}::text[]) as scope
    on conflict (scope) do update
    set rate_per_minute = excluded.rate_per_minute, allowed_by = excluded.allowed_by, allowed_at = now()
  `.execute(trx);
  await emit(trx, {
    action: "api_key.anyone",
    actor,
    message:
      scopes.length === 0
        ? "Callers need an API key for everything."
        : `Callers without an API key may use ${new Intl.ListFormat("en").format(scopes)}, each address ${ratePerMinute} times a minute.`,
    severity: scopes.length === 0 ? "info" : "warning",
    details: { scopes, rate_per_minute: ratePerMinute, reason },
  });
}
