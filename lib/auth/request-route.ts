import { AppError } from "@/lib/errors";
import { counted } from "@/lib/metrics/counted";
import { routePattern } from "@/lib/metrics/route-pattern";
import type { Context } from "./context";
import { requestContext } from "./request-operator";
import { statusOf, translateError } from "./translate-error";

const noStore = { "cache-control": "no-store" };

type Handler<Params> = (ctx: Context, request: Request, params: Params) => Promise<unknown>;

/**
 * A route handler that only reads: authorises, answers with what `fn` returns, as JSON unless it is an answer already,
 * and translates what it throws.
 * Writes are server actions, whose origin Next checks.
 */
export function handleRoute<Params extends object = Record<string, never>>(fn: Handler<Params>) {
  const answer = async (request: Request, params: Params): Promise<Response> => {
    try {
      const ctx = await requestContext();
      refuseNul(request);
      const body = await fn(ctx, request, params);
      return body instanceof Response ? body : Response.json(body, { headers: noStore });
    } catch (error) {
      const body = translateError(error);
      return Response.json({ error: body }, { status: statusOf(body.code), headers: noStore });
    }
  };
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const params = await context.params;
    const pattern = () => routePattern(request.url, params);
    return counted(request, pattern, () => answer(request, params));
  };
}

/** PostgreSQL stores no NUL, so no address with one names anything; said here once, it is said alike everywhere. */
function refuseNul({ url }: Request): void {
  if (url.includes("%00")) throw new AppError("invalid", "The address holds the character NUL. Remove it.");
}
