const origin = "http://plumbline.invalid";

/** A path of ours to go on to after signing in; anything that could lead elsewhere becomes the overview. */
export function safePath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const url = new URL(next, origin);
  // Resolving "/..//host" leaves two slashes in front, after which a browser reads the name of a host.
  const isOurs = url.origin === origin && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : "/";
}
