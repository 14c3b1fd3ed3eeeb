import { AppError } from "@/lib/errors";
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
export function handleRoute<Params = Record<string, never>>(fn: Handler<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const ctx = await requestContext();
      refuseNul(request);
      const body = await fn(ctx, request, await params);
      return body instanceof Response ? body : Response.json(body, { headers: noStore });
    } catch (error) {
      const body = translateError(error);
      return Response.json({ error: body }, { status: statusOf(body.code), headers: noStore });
    }
  };
}

/** PostgreSQL stores no NUL, so no address with one names anything; said here once, it is said alike everywhere. */
function refuseNul({ url }: Request): void {
  if (url.includes("%00")) throw new AppError("invalid", "The address holds the character NUL. Remove it.");
}
