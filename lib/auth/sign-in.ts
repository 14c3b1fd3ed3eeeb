import { setTimeout as sleep } from "node:timers/promises";
import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Operator } from "./context";
import { findOperator } from "./current-operator";
import { countAttempt, forgetAttempts } from "./sign-in-attempts";

const Credentials = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password: z.string().min(1).max(200),
});

export interface SignIn {
  /** Writes the session's cookies. */
  client: SupabaseClient;
  engine: Engine;
  input: unknown;
  /** Where the request comes from. */
  address: string;
}

// An unknown e-mail is refused sooner than a wrong password, which would tell them apart.
const refusalMs = 400;

/** Signs an operator in. Every refusal reads the same, whether the e-mail, the password or the role was missing. */
export async function signIn({ client, engine, input, address }: SignIn): Promise<Operator> {
  const parsed = Credentials.safeParse(input);
  if (!parsed.success) throw refusal();
  const { email, password } = parsed.data;
  await countAttempt(engine.db, { email, address });
  const [operator] = await Promise.all([authenticate(client, engine, email, password), sleep(refusalMs)]);
  if (!operator) {
    await emit(engine.db, {
      action: "auth.sign_in_failed",
      actor: { id: null, email },
      message: `Sign-in refused for ${email}.`,
      severity: "warning",
    });
    throw refusal();
  }
  await forgetAttempts(engine.db, { email, address });
  await emit(engine.db, { action: "auth.sign_in", actor: operator, message: `${operator.email} signed in.` });
  return operator;
}

async function authenticate(
  client: SupabaseClient,
  engine: Engine,
  email: string,
  password: string,
): Promise<Operator | null> {
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error && (error.status === undefined || error.status >= 500 || error.status === 429)) {
    throw new AppError("unavailable", "Signing in is not possible at the moment. Try again shortly.", { cause: error });
  }
  if (!data.user) return null;
  const operator = await findOperator(engine, data.user.id);
  // A user of the connected project who is no operator here keeps no session.
  if (!operator) await client.auth.signOut({ scope: "local" });
  return operator;
}

function refusal(): AppError {
  return new AppError("unauthenticated", "Email or password is not right.");
}
