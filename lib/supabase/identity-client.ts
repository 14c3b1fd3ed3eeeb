import { type CookieMethodsServer, createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { supabaseApi } from "./api";

/** Who the cookies belong to. For identity only, never for rows. */
export function identityClient(cookies: CookieMethodsServer, isSecure: boolean): SupabaseClient {
  const { url, publishableKey, fetch } = supabaseApi();
  return createServerClient(url, publishableKey, {
    cookies,
    // No script in the browser needs the session, so none can steal it.
    cookieOptions: { name: "plumbline-session", path: "/", httpOnly: true, sameSite: "lax", secure: isSecure },
    global: { fetch },
  });
}
