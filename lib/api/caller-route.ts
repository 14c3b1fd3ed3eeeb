import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { authenticate, type Identity } from "@/lib/api-keys/authenticate";
import { identifyAnyone } from "@/lib/api-keys/identify-anyone";
import { clientAddress } from "@/lib/auth/client-address";
import { type Engine, getEngine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { counted } from "@/lib/metrics/counted";
import { adminClient } from "@/lib/supabase/admin";
import { answerWith, refuseWith } from "./answer";
import type { Caller } from "./caller";
import type { Operation, Received } from "./operation";
import { readBody } from "./read-body";
import { namedHeaders, receive } from "./receive";
import { type Rate, takeCall } from "./take-call";
import { within } from "./within";

type Verb<O extends Operation> = (caller: Caller, received: Received<O>) => Promise<z.input<O["output"]>>;

const defaultTimeoutMs = 10_000;

/**
 * A route handler for callers from outside, who have an API key and no session: `export const POST =
 * callerRoute(startSession, (caller, { body }) => …)`. Cheap refusals come before those that ask the database, and
 * nothing of the verb runs before all of them are through.
 */
export function callerRoute<O extends Operation>(operation: O, verb: Verb<O>) {
  const answer = async (request: Request, context?: { params: Promise<unknown> }): Promise<Response> => {
    const requestId = randomUUID();
    let rate: Rate | undefined;
    try {
      const output = await within(operation.timeoutMs ?? defaultTimeoutMs, async (signal) => {
        const body = operation.body && (await readBody(request));
        const engine = getEngine();
        const identity = await identify(engine, request, operation);
        rate = await takeCall(engine, identity);
        if (!rate.isAllowed) throw tooOften(identity, rate);
        const { searchParams } = new URL(request.url);
        const received = receive(operation, {
          params: await context?.params,
          query: Object.fromEntries(searchParams),
          headers: namedHeaders(operation, request.headers),
          body,
        });
        const { keyId, name } = identity;
        // Whoever was told that time ran out is not surprised by what begins after that.
        signal.throwIfAborted();
        return verb({ keyId, name, client: adminClient(), engine, requestId, signal }, received);
      });
      return answerWith(operation, output, { requestId, rate });
    } catch (error) {
      return refuseWith(error, { requestId, rate });
    }
  };
  const handler: typeof answer = (request, context) =>
    counted(
      request,
      () => operation.path,
      () => answer(request, context),
    );
  return Object.assign(handler, { operation });
}

async function identify(engine: Engine, request: Request, { scope }: Operation): Promise<Identity> {
  const authorization = request.headers.get("authorization");
  return authorization === null
    ? identifyAnyone(engine, clientAddress(request.headers), scope)
    : authenticate(engine, authorization, scope);
}

function tooOften({ keyId, name }: Identity, { limit, resetSeconds }: Rate): AppError {
  const who = keyId === null ? "Callers without a key may call" : `The API key ${name} may be used`;
  return new AppError("rate_limited", `${who} ${limit} times a minute. Wait ${resetSeconds} seconds, then try again.`);
}
