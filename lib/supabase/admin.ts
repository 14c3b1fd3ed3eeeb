import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { supabaseApi } from "./api";

const slot = Symbol.for("plumbline.admin-client");
const shared = globalThis as { [slot]?: SupabaseClient };

/** Every record that people look at is read through this client. The caller has checked the operator's role. */
export function adminClient(): SupabaseClient {
  shared[slot] ??= createAdminClient();
  return shared[slot];
}

function createAdminClient(): SupabaseClient {
  const { url, secretKey, fetch } = supabaseApi();
  return createClient(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch },
  });
}
