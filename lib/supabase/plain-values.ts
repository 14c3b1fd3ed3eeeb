const comparison = /^((?:not\.)?(?:eq|neq|gt|gte|lt|lte)\.)(.*)$/s;
const notFilters = new Set(["select", "order", "columns", "on_conflict"]);

/**
 * The hosted API compares with what follows `eq.` as it is written. The library trims it, takes quotes off, and reads
 * `null` and `true` into it; inside quotes it leaves it alone.
 */
export function withPlainValues(request: Request): Request {
  const url = new URL(request.url);
  if (!url.pathname.startsWith("/rest/v1/") || url.pathname.startsWith("/rest/v1/rpc/")) return request;
  const parameters = [...url.searchParams].map(([name, value]) => [
    name,
    notFilters.has(name) ? value : value.replace(comparison, '$1"$2"'),
  ]);
  url.search = new URLSearchParams(parameters).toString();
  return new Request(url, request);
}
