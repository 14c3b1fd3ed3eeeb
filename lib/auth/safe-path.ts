const origin = "http://plumbline.invalid";

/** A path of ours to go on to after signing in; anything that could lead elsewhere becomes the overview. */
export function safePath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const url = new URL(next, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : "/";
}
