/** Where a request comes from. The nearest proxy writes last; everything before may be invented. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
