import { type ApiKeys, getConfig } from "@/lib/config";
import { deriveKeys } from "./keys";
import { getLiteApp } from "./lite-app";

export interface SupabaseApi extends ApiKeys {
  url: string;
  fetch: typeof fetch;
}

/** Where the Supabase API is and how to reach it: the one place that knows whether it is hosted or in this process. */
export function supabaseApi(): SupabaseApi {
  const { supabase, secret } = getConfig();
  if (supabase) return { ...supabase, fetch: (input, init) => fetch(input, { ...init, cache: "no-store" }) };
  if (!secret) throw new Error("No secret is known to this process. Start Plumbline with `npm start`.");
  const { publishableKey, secretKey } = deriveKeys(secret);
  // Nothing is sent there: the name only has to be one.
  return { url: "http://supabase.plumbline.internal", publishableKey, secretKey, fetch: getLiteApp().fetch };
}
