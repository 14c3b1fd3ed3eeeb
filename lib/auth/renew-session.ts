import type { CookieOptions } from "@supabase/ssr";
import { identityClient } from "@/lib/supabase/identity-client";

interface Cookie {
  name: string;
  value: string;
}

interface CookieStore {
  getAll(): Cookie[];
  set(name: string, value: string): unknown;
}

/**
 * Renews a session whose token is about to run out. The rest of this request sees the new cookies in `request`;
 * the browser has to be given the ones that are returned.
 */
export async function renewSession(request: {
  cookies: CookieStore;
  headers: Headers;
}): Promise<(Cookie & { options: CookieOptions })[]> {
  const written: (Cookie & { options: CookieOptions })[] = [];
  if (request.cookies.getAll().length === 0) return written;
  const client = identityClient(
    {
      getAll: () => request.cookies.getAll(),
      setAll: (changed) => {
        written.push(...changed);
        for (const { name, value } of changed) request.cookies.set(name, value);
      },
    },
    request.headers.get("x-forwarded-proto") === "https",
  );
  await client.auth.getSession();
  return written;
}
