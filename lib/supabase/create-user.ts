import { createClient } from "@supabase/supabase-js";
import { getConfig } from "@/lib/config";
import { AppError } from "@/lib/errors";
import { adminClient } from "./admin";
import { deriveKeys } from "./keys";
import { createLiteApp } from "./lite-app";

export interface NewUser {
  email: string;
  password: string;
}

/** Makes a user of Supabase Auth and returns the id. */
export function createUser({ email, password }: NewUser): Promise<string> {
  const { supabase, databaseUrl, secret } = getConfig();
  if (supabase) return createHostedUser({ email, password });
  if (!databaseUrl || !secret) throw new Error("No database is known to this process.");
  return createLiteUser({ databaseUrl, secret, email, password });
}

async function createHostedUser({ email, password }: NewUser): Promise<string> {
  const { data, error } = await adminClient().auth.admin.createUser({ email, password, email_confirm: true });
  if (data.user) return data.user.id;
  throw new AppError("refused", `Supabase did not make the user: ${error?.message ?? "it gave no reason"}.`);
}

/** Signs up through an API of its own: the one that serves requests takes no sign-ups. */
export async function createLiteUser({
  databaseUrl,
  secret,
  email,
  password,
}: NewUser & { databaseUrl: string; secret: string }): Promise<string> {
  const lite = createLiteApp({ databaseUrl, secret, allowSignUp: true, maxConnections: 1 });
  try {
    const client = createClient("http://supabase.plumbline.internal", deriveKeys(secret).publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: lite.fetch },
    });
    const { data, error } = await client.auth.signUp({ email, password });
    if (!data.user) throw new AppError("refused", `The user was not made: ${error?.message ?? "no reason was given"}.`);
    await client.auth.signOut();
    return data.user.id;
  } finally {
    await lite.close();
  }
}
