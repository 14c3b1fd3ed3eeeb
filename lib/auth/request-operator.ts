import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getEngine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requestClient } from "@/lib/supabase/server";
import { type Context, type Operator, requireRole } from "./context";
import { identify } from "./current-operator";
import { pathHeader } from "./path-header";
import type { Role } from "./roles";

/** Who is signed in, for showing; null when nobody is, or somebody who is no operator. Asked once per request. */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  return identify(await requestClient(), getEngine(), { isFresh: false });
});

/** For pages: who is signed in, or the way to the sign-in screen and back. */
export async function requireOperator(required: Role = "viewer"): Promise<Operator> {
  const operator = await currentOperator();
  if (operator) return contextOf(operator, required).operator;
  const here = (await headers()).get(pathHeader) ?? "/";
  redirect(`/login?next=${encodeURIComponent(here)}`);
}

/** The first argument of every verb. An action asks the auth server (`isFresh`), which knows of sessions that were ended. */
export async function requestContext(required: Role = "viewer", { isFresh = false } = {}): Promise<Context> {
  const operator = isFresh ? await identify(await requestClient(), getEngine(), { isFresh }) : await currentOperator();
  return contextOf(operator, required);
}

function contextOf(operator: Operator | null, required: Role): Context {
  if (!operator)
    throw new AppError("unauthenticated", "You are not signed in, or no longer an operator: sign in again.");
  const ctx: Context = { operator, engine: getEngine(), requestId: randomUUID() };
  requireRole(ctx, required);
  return ctx;
}
