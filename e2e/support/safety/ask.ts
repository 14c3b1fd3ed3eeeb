import { environment } from "../environment";

interface AskOptions {
  method?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: FormData | string;
}

/** One request outside of any browser, which follows no redirect and keeps no cookie. */
export function ask(address: string, { method = "GET", cookie, headers, body }: AskOptions = {}): Promise<Response> {
  return fetch(environment.baseUrl.get() + address, {
    method,
    redirect: "manual",
    headers: { ...(cookie && { cookie }), ...headers },
    body,
  });
}

/** Where a redirect leads, seen from the console. */
export function wayOf(response: Response): string | null {
  const location = response.headers.get("location");
  return location && new URL(location, environment.baseUrl.get()).href;
}
