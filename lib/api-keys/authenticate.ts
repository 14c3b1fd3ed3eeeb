import { timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashSecret, readKey } from "./key-text";
import { recordRefusedUse } from "./record-refused-use";
import type { Scope } from "./scopes";

/** Who calls, and how often they may. */
export interface Identity {
  /** Null for a caller without a key. */
  keyId: string | null;
  name: string;
  /** Whose minute the call is counted in. */
  subject: string;
  perMinute: number;
}

interface KeyRow {
  id: string;
  name: string;
  scopes: string[];
  per_minute: number;
  secret_hash: Buffer;
  previous_hash: Buffer | null;
  revoked: boolean;
  is_seen: boolean;
}

const howTo = "Send one as `Authorization: Bearer plb_…`; an admin makes it under Settings, API keys.";

/** Asks the database each time, so that a key which is revoked is refused at once by every process. */
export async function authenticate(engine: Engine, authorization: string, scope: Scope): Promise<Identity> {
  const given = readKey(authorization.replace(/^Bearer +/i, "").trim());
  if (!given) throw new AppError("unauthenticated", `That is no API key. ${howTo}`);
  const key = await findKey(engine, given.id);
  if (!key) throw new AppError("unauthenticated", `There is no such API key. ${howTo}`);
  const isRight = [key.secret_hash, key.previous_hash]
    .map((hash) => hash !== null && timingSafeEqual(hash, hashSecret(given.secret)))
    .includes(true);
  if (!isRight || key.revoked) {
    await recordRefusedUse(engine, key, isRight ? "it is revoked" : "its secret is not the key's");
    throw new AppError("unauthenticated", `There is no such API key. ${howTo}`);
  }
  if (!key.scopes.includes(scope)) {
    await recordRefusedUse(engine, key, `it lacks ${scope}`);
    throw new AppError("forbidden", `The API key ${key.name} is not good for ${scope}, only for ${list(key.scopes)}.`);
  }
  if (!key.is_seen) await seeKey(engine, key.id);
  return { keyId: key.id, name: key.name, subject: `key:${key.id}`, perMinute: key.per_minute };
}

async function findKey({ db }: Engine, id: string): Promise<KeyRow | undefined> {
  const { rows } = await sql<KeyRow>`
    select id, name, scopes, rate_per_minute as per_minute, secret_hash,
      case when previous_until > now() then previous_hash end as previous_hash,
      revoked_at is not null as revoked,
      coalesce(last_used_at > now() - interval '1 minute', false) as is_seen
    from plumbline.api_keys
    where id = ${id}
  `.execute(db);
  return rows[0];
}

/** To the minute: a write for each call would cost more than the call. */
async function seeKey({ db }: Engine, id: string): Promise<void> {
  await sql`
    update plumbline.api_keys
    set last_used_at = now()
    where id = ${id} and (last_used_at is null or last_used_at <= now() - interval '1 minute')
  `.execute(db);
}

function list(names: string[]): string {
  return new Intl.ListFormat("en").format(names);
}
