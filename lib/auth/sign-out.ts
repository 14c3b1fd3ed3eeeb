import type { SupabaseClient } from "@supabase/supabase-js";
import { emit } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import type { Operator } from "./context";

export interface SignOut {
  client: SupabaseClient;
  engine: Engine;
  operator: Operator | null;
}

/** Ends this session, at the auth server and in the browser. Other sessions of the same person stay. */
export async function signOut({ client, engine, operator }: SignOut): Promise<void> {
  await client.auth.signOut({ scope: "local" });
  if (!operator) return;
  await emit(engine.db, { action: "auth.sign_out", actor: operator, message: `${operator.email} signed out.` });
}
