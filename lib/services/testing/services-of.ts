import { createClient } from "@supabase/supabase-js";
import { deriveKeys } from "@/lib/supabase/keys";
import { createLiteApp } from "@/lib/supabase/lite-app";
import type { ServicesContext } from "../services-context";

const secret = "only for these tests, and long enough to be one";

/** A caller of the services on a test's database, through the API in this process as in the product. */
export function servicesOf(databaseUrl: string, name = "tests") {
  const lite = createLiteApp({ databaseUrl, secret });
  const client = createClient("http://supabase.plumbline.internal", deriveKeys(secret).secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: lite.fetch },
  });
  const context: ServicesContext = { client, name, keyId: null };
  return { context, close: () => lite.close() };
}
