import { z } from "zod";

const unknownRelation = z.object({ code: z.enum(["PGRST200", "PGRST202", "PGRST205"]) });
const restMs = 1000;

/**
 * The library learns the schema once. When it does not know a table, a reference or a function that is asked for, another process may have
 * made it meanwhile: it learns again, at most once a second, and is asked a second time.
 */
export function withSchemaRefresh(
  send: (request: Request) => Promise<Response>,
  refresh: () => Promise<void>,
  now: () => number = () => performance.now(),
): typeof fetch {
  let refreshedAt = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone();
    const response = await send(request);
    if (!(await isUnknownRelation(response)) || now() - refreshedAt < restMs) return response;
    refreshedAt = now();
    await refresh();
    return send(again);
  };
}

async function isUnknownRelation(response: Response): Promise<boolean> {
  if (response.status !== 404 && response.status !== 400) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return unknownRelation.safeParse(body).success;
}
