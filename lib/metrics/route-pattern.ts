/**
 * `/api/runs/7` with `{ id: "7" }` is `/api/runs/{id}`: as many series as there are routes, and none for each id. Next
 * gives no parameters at all where the route has none.
 */
export function routePattern(address: string, params: object | undefined): string {
  const names = new Map(Object.entries(params ?? {}).map(([name, value]) => [value, name]));
  return new URL(address).pathname
    .split("/")
    .map((part) => {
      const name = names.get(decoded(part));
      return name === undefined ? part : `{${name}}`;
    })
    .join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
