import { type Kysely, sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { openableScopes, type Scope, scopeNames, scopes } from "./scopes";
import type { ApiKeysPage, ListedKey, OpenScope } from "./types";

/** Every key that was ever made, those in use first, and what callers without one may do. */
export async function listKeys(ctx: Context): Promise<ApiKeysPage> {
  requireRole(ctx, "admin");
  const { db } = ctx.engine;
  const [keys, open] = await Promise.all([readKeys(db), readOpen(db)]);
  return {
    keys,
    open,
    scopes: scopeNames.map((name) => ({
      name,
      about: scopes[name],
      isOpenable: openableScopes.some((open) => open === name),
    })),
  };
}

interface KeyRow {
  id: string;
  name: string;
  scopes: Scope[];
  rate_per_minute: number;
  created_by: string;
  created_at: Date;
  rotated_at: Date | null;
  previous_until: Date | null;
  revoked_by: string | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

async function readKeys(db: Kysely<unknown>): Promise<ListedKey[]> {
  const { rows } = await sql<KeyRow>`
    select id, name, scopes, rate_per_minute, created_by, created_at, rotated_at,
      case when previous_until > now() then previous_until end as previous_until,
      revoked_by, revoked_at, last_used_at
    from plumbline.api_keys
    order by revoked_at is not null, revoked_at desc, lower(name), id
  `.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    ratePerMinute: row.rate_per_minute,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    rotatedAt: row.rotated_at?.toISOString() ?? null,
    previousUntil: row.previous_until?.toISOString() ?? null,
    revokedBy: row.revoked_by,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

async function readOpen(db: Kysely<unknown>): Promise<OpenScope[]> {
  const { rows } = await sql<{ scope: Scope; rate_per_minute: number; allowed_by: string; allowed_at: Date }>`
    select scope, rate_per_minute, allowed_by, allowed_at from plumbline.api_anyone order by scope
  `.execute(db);
  return rows.map(({ scope, rate_per_minute, allowed_by, allowed_at }) => ({
    scope,
    ratePerMinute: rate_per_minute,
    allowedBy: allowed_by,
    allowedAt: allowed_at.toISOString(),
  }));
}
