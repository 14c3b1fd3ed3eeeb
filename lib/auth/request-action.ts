import { unstable_rethrow } from "next/navigation";
import type { Context } from "./context";
import { requestContext } from "./request-operator";
import { type ErrorBody, translateError } from "./translate-error";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

/** The body of a server action: authorises against the auth server, runs one verb, translates what it throws. */
export async function handleAction<T>(fn: (ctx: Context) => Promise<T>): Promise<ActionResult<T>> {
  try {
    const ctx = await requestContext("viewer", { isFresh: true });
    return { ok: true, data: await fn(ctx) };
  } catch (error) {
    // Redirects and the like travel as errors and belong to Next.
    unstable_rethrow(error);
    return { ok: false, error: translateError(error) };
  }
}
