import type { SupabaseClient } from "@supabase/supabase-js";
import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import type { Operator } from "./context";

export interface IdentifyOptions {
  /** Asks the auth server, which knows of sessions that were ended; otherwise the token's own signature is enough. */
  isFresh: boolean;
}

/** Who the session belongs to, when that is an operator who is not disabled. */
export async function identify(
  client: SupabaseClient,
  engine: Engine,
  { isFresh }: IdentifyOptions,
): Promise<Operator | null> {
  const userId = isFresh ? await askServer(client) : await readClaims(client);
  return userId === null ? null : findOperator(engine, userId);
}

/** The operator with this user id; null when there is none, or a disabled one. */
export async function findOperator(engine: Engine, userId: string): Promise<Operator | null> {
  const { rows } = await sql<Operator>`
    select user_id as id, email, role
    from plumbline.operators
    where user_id = ${userId}::uuid and disabled_at is null
  `.execute(engine.db);
  return rows[0] ?? null;
}

async function askServer(client: SupabaseClient): Promise<string | null> {
  const { data } = await client.auth.getUser();
  return data.user?.id ?? null;
}

async function readClaims(client: SupabaseClient): Promise<string | null> {
  const { data } = await client.auth.getClaims();
  return data?.claims.sub ?? null;
}
