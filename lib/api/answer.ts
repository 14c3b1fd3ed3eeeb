import { statusOf, translateError } from "@/lib/auth/translate-error";
import type { Operation } from "./operation";
import type { Rate } from "./take-call";

interface About {
  requestId: string;
  rate: Rate | undefined;
}

/** What the verb gave, as far as the document tells of it. */
export function answerWith(operation: Operation, output: unknown, about: About): Response {
  const parsed = operation.output.safeParse(output);
  // A fault of ours, which must not read like one of the caller's.
  if (parsed.error) throw new Error(`${operation.id} gave what it does not document`, { cause: parsed.error });
  const headers = headersOf(about);
  const { status = 200, mediaType } = operation;
  if (mediaType === undefined) return Response.json(parsed.data, { status, headers });
  headers.set("content-type", mediaType);
  return new Response(String(parsed.data), { status, headers });
}

/** What may be told of a failure; the rest goes to the log, under the same id. */
export function refuseWith(error: unknown, about: About): Response {
  const { code, message } = translateError(error, about.requestId);
  const headers = headersOf(about);
  if (code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  if (code === "rate_limited") headers.set("retry-after", String(about.rate?.resetSeconds ?? 60));
  return Response.json({ error: { code, message, id: about.requestId } }, { status: statusOf(code), headers });
}

function headersOf({ requestId, rate }: About): Headers {
  const headers = new Headers({ "cache-control": "no-store", "x-request-id": requestId });
  if (!rate) return headers;
  headers.set("ratelimit-limit", String(rate.limit));
  headers.set("ratelimit-remaining", String(rate.remaining));
  headers.set("ratelimit-reset", String(rate.resetSeconds));
  return headers;
}
