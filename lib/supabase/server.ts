import type { CookieMethodsServer } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { cookies, headers } from "next/headers";
import { identityClient } from "./identity-client";

/** The person whom the cookies of the current request belong to. The proxy has renewed the session, so none is written here. */
export function requestClient(): Promise<SupabaseClient> {
  return clientWith(() => undefined);
}

/** For signing in and out, in server actions only: a page that is being rendered cannot set cookies. */
export async function sessionClient(): Promise<SupabaseClient> {
  const store = await cookies();
  return clientWith((changed) => {
    for (const { name, value, options } of changed) store.set(name, value, options);
  });
}

async function clientWith(setAll: NonNullable<CookieMethodsServer["setAll"]>): Promise<SupabaseClient> {
  const [store, head] = await Promise.all([cookies(), headers()]);
  return identityClient({ getAll: () => store.getAll(), setAll }, head.get("x-forwarded-proto") === "https");
}
