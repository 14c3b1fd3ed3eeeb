import { headers } from "next/headers";
import { getEngine } from "@/lib/db";
import { sessionClient } from "@/lib/supabase/server";
import { clientAddress } from "./client-address";
import { currentOperator } from "./request-operator";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/** Signs the person at the other end of the current request in. */
export async function requestSignIn(input: unknown): Promise<void> {
  const address = clientAddress(await headers());
  await signIn({ client: await sessionClient(), engine: getEngine(), input, address });
}

export async function requestSignOut(): Promise<void> {
  const operator = await currentOperator();
  await signOut({ client: await sessionClient(), engine: getEngine(), operator });
}
